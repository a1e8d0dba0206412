import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { LogRow } from '../batch.ts'
import { readRow } from '../row-bytes.ts'
import type { Entry } from '../update-log.ts'
import { frontBatch } from './front-batch.ts'
import type { FrontEntry } from './front-entry.ts'
import { FrontEncoder } from './front-encoder.ts'
import { inPieces, joinEntries, oldestWithin } from './join-entries.ts'

const by = (document: string, seq: number, connection: string): FrontEntry => {
  const entry = { id: `${connection}/${seq}`, author: connection as PersonId, connection, at: 0, updates: [new Uint8Array([1])], claims: [] }
  return { document: document as DocumentId, seq, entry }
}
/** One for all, whose memory is used again for each. */
const encoder = new FrontEncoder()
const batch = (...entries: ReturnType<typeof by>[]) => frontBatch(1, entries, encoder.entries(entries))

test('[L12] one step takes what becomes so many rows, however many entries that is', () => {
  const batches = Array.from({ length: 100 }, (_, at) => batch(by('a', at + 1, at % 2 === 0 ? 'ana' : 'ben'), by('b', at + 1, 'ben')))
  const step = oldestWithin([...batches, batch(by('c', 1, 'ana')), batch(by('d', 1, 'ana'))], { rows: 3, bytes: 1_000_000 })
  expect(step).toHaveLength(101)
  expect(joinEntries(step.flatMap(({ places }) => places))).toHaveLength(3)
})

test('[L12] a step is bounded by bytes too, and is never empty', () => {
  const batches = Array.from({ length: 9 }, (_, at) => batch(by('a', at + 1, 'ana')))
  const [one] = batches
  expect(oldestWithin(batches, { rows: 100, bytes: 2.5 * (one?.bytes ?? 0) })).toHaveLength(3)
  expect(oldestWithin(batches, { rows: 1, bytes: 1 })).toHaveLength(1)
})

test('[L12] pieces hold what stands in a document together, in its order, and cut only a document that has more', () => {
  const turns = Array.from({ length: 5 }, (_, at) =>
    batch(by('a', at + 1, 'ana'), by('b', at + 1, 'ben'), by('c', 2 * at + 1, 'ana'), by('c', 2 * at + 2, 'ana')),
  )
  const pieces = [...inPieces([...turns, batch(by('d', 1, 'ana'))], 8)].map((piece) => piece.map(({ document, seq }) => `${document}${seq}`).join(' '))
  expect(pieces).toEqual(['a1 a2 a3 a4 a5', 'b1 b2 b3 b4 b5', 'c1 c2 c3 c4 c5 c6 c7 c8', 'c9 c10 d1'])
})

test('[L12] a row of several entries has their updates in their order, all their claims, and what names the last of them', () => {
  const sent = (seq: number, update: number, claims: number[]) => {
    const each = by('a', seq, 'ana')
    return { ...each, entry: { ...each.entry, at: 10 * seq, updates: [new Uint8Array(300).fill(update), new Uint8Array([update])], claims } }
  }
  const [row, ...others] = joinEntries([batch(sent(1, 1, [7])), batch(sent(2, 2, []), sent(3, 3, [8, 9]))].flatMap(({ places }) => places))
  expect(others).toEqual([])
  expect(row).toMatchObject({
    document: 'a',
    seq: 3,
    id: 'ana/3',
    author: 'ana',
    connection: 'ana',
    at: 30,
    claims: [
      { author: 'ana', clients: [7] },
      { author: 'ana', clients: [8, 9] },
    ],
  })
  expect(entriesOf(row).map(({ updates }) => updates)).toEqual([[1, 2, 3].flatMap((each) => [new Uint8Array(300).fill(each), new Uint8Array([each])])])
})

test('[L12] where two write in turns, the row tells who wrote what', () => {
  const sent = (seq: number, connection: string, claims: number[]) => {
    const each = by('a', seq, connection)
    return { ...each, entry: { ...each.entry, at: 1_000_000_000_000 + seq, updates: [new Uint8Array(200).fill(seq)], claims } }
  }
  const entries = [sent(3, 'ana', [7]), sent(4, 'ben', [8]), sent(5, 'ben', []), sent(6, 'ana', []), sent(9, 'ana', [9])]
  const [row, ...others] = joinEntries(batch(...entries).places)
  expect(others).toEqual([])
  expect(row).toMatchObject({ seq: 9, id: 'ana/9', author: 'ana', connection: 'ana', at: 1_000_000_000_009 })
  expect(row?.claims).toEqual([
    { author: 'ana', clients: [7] },
    { author: 'ben', clients: [8] },
    { author: 'ana', clients: [9] },
  ])
  expect(entriesOf(row).map(({ seq, id, author, connection, at, updates }) => [seq, id, author, connection, at, updates.map(([first]) => first)])).toEqual([
    [3, 'ana/3', 'ana', 'ana', 1_000_000_000_003, [3]],
    [5, 'ben/5', 'ben', 'ben', 1_000_000_000_005, [4, 5]],
    [9, 'ana/9', 'ana', 'ana', 1_000_000_000_009, [6, 9]],
  ])
})

test('[L12] who writes on after a pause begins another entry, and the one before it keeps its seq', () => {
  const at = (seq: number, time: number) => {
    const each = by('a', seq, 'ana')
    return { ...each, entry: { ...each.entry, at: time } }
  }
  const [row, ...others] = joinEntries(batch(at(1, 1_000_000), at(2, 1_000_999), at(3, 1_001_999), at(4, 1_002_000)).places)
  expect(others).toEqual([])
  expect(entriesOf(row).map(({ seq, updates }) => [seq, updates.length])).toEqual([
    [2, 2],
    [4, 2],
  ])
})

test('[L12] a row of several entries grows to a limit too', () => {
  const entries = Array.from({ length: 400 }, (_, at) => {
    const each = by('a', at + 1, at % 2 === 0 ? 'ana' : 'ben')
    return { ...each, entry: { ...each.entry, updates: [new Uint8Array(1000).fill(at)] } }
  })
  const rows = joinEntries(batch(...entries).places)
  expect(rows).toHaveLength(7)
  expect(Math.max(...rows.map(({ size }) => size))).toBeLessThanOrEqual(65_536)
  expect(rows.flatMap(entriesOf).map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq))
})

/** What is read of a row that was written where it was told to, and nowhere else. */
function entriesOf(row: LogRow | undefined): readonly Entry[] {
  if (!row) return []
  const bytes = new Uint8Array(2 + row.size).fill(255)
  row.packInto(bytes, 1)
  expect([bytes[0], bytes.at(-1)]).toEqual([255, 255])
  const { seq, id, author, connection, at } = row
  return readRow({ seq, entry_id: id, author, connection, at, bytes: bytes.subarray(1, -1) })
}
