import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { packUpdates } from './entry-bytes.ts'
import { readRow, tightRowBytes } from './row-bytes.ts'
import type { Entry } from './update-log.ts'

function entry(seq: number, updates: readonly Uint8Array[]): Entry {
  const author = (seq % 2 === 0 ? 'ana' : 'bén') as PersonId
  return { seq, id: `${author}/${seq}`, author, connection: `of ${author}`, at: 1_000_000_000_000 + seq, updates }
}

function rowOf({ seq, id, author, connection, at }: Entry, bytes: Uint8Array) {
  return { seq, entry_id: id, author, connection, at, bytes }
}

const ofSizes = (...sizes: number[]) => sizes.map((size, index) => new Uint8Array(size).fill(index + 1))

test.for([[[]], [[2]], [[127, 128]], [[70_000, 3]], [[1], [2, 3], [1]], [[300], [300], [70_000]]])(
  'a row of entries with updates of sizes %j is read as it was',
  async (sizes) => {
    const entries = sizes.map((each, index) => entry(7 + 3 * index, ofSizes(...each)))
    expect(readRow(rowOf(entries.at(-1) ?? entry(1, []), await tightRowBytes(entries)))).toEqual(entries)
  },
)

test('what repeats itself takes less room, and what does not takes no more', async () => {
  const [plain, random] = [new Uint8Array(5000).fill(7), crypto.getRandomValues(new Uint8Array(5000))]
  expect((await tightRowBytes([entry(1, [plain])])).byteLength).toBeLessThan(100)
  expect((await tightRowBytes([entry(1, [random])])).byteLength).toBe(packUpdates([random]).byteLength)
  const many = Array.from({ length: 50 }, (_, at) => entry(at + 1, [random.subarray(at, at + 20)]))
  expect((await tightRowBytes(many)).byteLength).toBeLessThan(50 * 45)
})

test('a row that ends too early, or is damaged, is refused', async () => {
  const bytes = await tightRowBytes([entry(1, ofSizes(20)), entry(2, ofSizes(30))])
  expect(() => readRow(rowOf(entry(2, []), bytes.subarray(0, -1)))).toThrow('Unexpected end of array')
  const tight = await tightRowBytes([entry(1, ofSizes(500))])
  expect(() => readRow(rowOf(entry(1, []), tight.subarray(0, -2)))).toThrow('unexpected end of file')
})
