import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { decodeTarHeader, encodeTarHeader, fillingAfter } from './tar-header.ts'

test.for([0, 1, 512, 8 ** 11 - 1, 8 ** 11, 2 ** 45])('a member of %i bytes is read as it was written', (bytes) => {
  expect(decodeTarHeader(encodeTarHeader({ name: 'tandem.db', bytes }, 1_700_000_000_000))).toEqual({ name: 'tandem.db', bytes })
})

test('a changed byte, an empty block and a short one are no headers', () => {
  const header = encodeTarHeader({ name: 'tandem.db', bytes: 7 }, 0)
  header[3] = 0x41
  expect(decodeTarHeader(header)).toBeUndefined()
  expect(decodeTarHeader(Buffer.alloc(512))).toBeUndefined()
  expect(decodeTarHeader(Buffer.alloc(100))).toBeUndefined()
})

test('contents are filled up to whole blocks', () => {
  expect([0, 1, 511, 512, 513].map(fillingAfter)).toEqual([0, 511, 1, 0, 511])
})
