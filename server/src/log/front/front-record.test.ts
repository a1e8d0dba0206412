import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { FrontEntry } from './front-entry.ts'
import { FrontEncoder } from './front-encoder.ts'
import { FILE_HEAD_BYTES, isCutOffHead, readFileHead, readRecord } from './front-record.ts'
import { readEntryAt } from './read-entry.ts'

function entry(id: string, { size = 3, claims = [] as number[], at = 1_800_000_000_000 } = {}): FrontEntry {
  const updates = [new Uint8Array(size).fill(7), new Uint8Array(200).fill(8)]
  return {
    document: 'a-document' as DocumentId,
    seq: Number.MAX_SAFE_INTEGER,
    entry: { id, author: 'ana' as PersonId, connection: 'tab', at, updates, claims },
  }
}

/** An encoder on its way, and the mark of its file. */
function begun(): { readonly encoder: FrontEncoder; readonly mark: Buffer } {
  const encoder = new FrontEncoder()
  const mark = readFileHead(encoder.begin(0))?.mark
  if (!mark) throw new Error('A file was begun without a head.')
  return { encoder, mark: Buffer.from(mark) }
}

test('[L11] what is encoded is read as the same, whatever its letters, numbers and sizes', () => {
  const { encoder, mark } = begun()
  const many = Array.from({ length: 300 }, (_, index) => entry(`tab/${index}`))
  for (const entries of [
    [entry('tab/1')],
    [entry('Zoë 👋 ✎'), entry('', { claims: [0, 4_294_967_295, Number.MAX_SAFE_INTEGER], at: 0 })],
    [entry('large', { size: 2_000_000 })],
    many,
    [entry('after the large one')],
  ]) {
    const { record, starts } = encoder.entries(entries)
    expect(starts.map((start) => readEntryAt(record, start))).toEqual(entries)
    expect(readRecord(record, 0, mark)).toEqual({ entries, start: 0, end: record.length })
  }
  expect(readFileHead(encoder.begin(4_200_000))).toMatchObject({ previousEnd: 4_200_000 })
})

test('[L13] a record that is damaged anywhere is none', () => {
  const { encoder, mark } = begun()
  const { record } = encoder.entries([entry('tab/1')])
  for (let at = 0; at < record.length; at += 1) {
    const damaged = Buffer.from(record)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    expect(readRecord(damaged, 0, mark)).toBeUndefined()
  }
})

test('[L13] the head of a file is there as long as one of the two is whole', () => {
  const head = new FrontEncoder().begin(7)
  const second = head.lastIndexOf('TdF2')
  for (let at = 0; at < FILE_HEAD_BYTES - second; at += 1) {
    const damaged = Buffer.from(head)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    expect(readFileHead(damaged)).toEqual(readFileHead(head))
    damaged[second + at] = (damaged[second + at] ?? 0) ^ 1
    expect(readFileHead(damaged)).toBeUndefined()
  }
})

test('[L11] a head that was cut off is told from one that is damaged', () => {
  const head = new FrontEncoder().begin(7)
  for (const length of [0, 1, 4, 30, 4096, FILE_HEAD_BYTES - 1]) expect(isCutOffHead(head.subarray(0, length))).toBe(true)
  expect(isCutOffHead(Buffer.alloc(FILE_HEAD_BYTES))).toBe(true)
  expect(isCutOffHead(Buffer.from('TdF1 and what an older program wrote'))).toBe(false)
  expect(isCutOffHead(Buffer.alloc(FILE_HEAD_BYTES + 1))).toBe(false)
})

test('[L11] a record of one file is none in another', () => {
  const [one, other] = [begun(), begun()]
  expect(readRecord(one.encoder.entries([entry('tab/1')]).record, 0, other.mark)).toBeUndefined()
})

test('a number that is no whole one is refused', () => {
  expect(() => new FrontEncoder().entries([entry('tab/1', { at: 1.5 })])).toThrow(TypeError)
  expect(() => new FrontEncoder().entries([entry('tab/1', { claims: [-1] })])).toThrow(TypeError)
})
