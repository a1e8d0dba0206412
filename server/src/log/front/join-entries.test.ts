import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { unpackUpdates } from '../entry-bytes.ts'
import { frontBatch } from './front-batch.ts'
import type { FrontEntry } from './front-entry.ts'
import { FrontEncoder } from './front-encoder.ts'
import { joinEntries, oldestWithin } from './join-entries.ts'

const by = (document: string, seq: number, connection: string): FrontEntry => {
  const entry = { id: `${connection}/${seq}`, author: connection as PersonId, connection, at: 0, updates: [new Uint8Array([1])], claims: [] }
  return { document: document as DocumentId, seq, entry }
}
/** One for all, whose memory is used again for each. */
const encoder = new FrontEncoder()
const batch = (...entries: ReturnType<typeof by>[]) => frontBatch(1, entries, encoder.entries(entries))

test('[L12] one step takes what becomes so many rows, however many entries that is', () => {
  const alone = Array.from({ length: 100 }, (_, at) => batch(by('a', at + 1, 'ana'), by('b', at + 1, 'ben')))
  const step = oldestWithin(alone, { rows: 3, bytes: 1_000_000 })
  expect(step).toHaveLength(100)
  expect(joinEntries(step.flatMap(({ places }) => places))).toHaveLength(2)

  const inTurns = Array.from({ length: 100 }, (_, at) => batch(by('a', at + 1, at % 2 === 0 ? 'ana' : 'ben')))
  expect(oldestWithin(inTurns, { rows: 3, bytes: 1_000_000 })).toHaveLength(3)
})

test('[L12] a step is bounded by bytes too, and is never empty', () => {
  const batches = Array.from({ length: 9 }, (_, at) => batch(by('a', at + 1, 'ana')))
  const [one] = batches
  expect(oldestWithin(batches, { rows: 100, bytes: 2.5 * (one?.bytes ?? 0) })).toHaveLength(3)
  expect(oldestWithin(batches, { rows: 1, bytes: 1 })).toHaveLength(1)
})

test('[L12] a row of several entries has their updates in their order, all their claims, and what names the last of them', () => {
  const sent = (seq: number, update: number, claims: number[]) => {
    const each = by('a', seq, 'ana')
    return { ...each, entry: { ...each.entry, at: 10 * seq, updates: [new Uint8Array(300).fill(update), new Uint8Array([update])], claims } }
  }
  const [row, ...others] = joinEntries([batch(sent(1, 1, [7])), batch(sent(2, 2, []), sent(3, 3, [8, 9]))].flatMap(({ places }) => places))
  expect(others).toEqual([])
  expect(row).toMatchObject({ document: 'a', seq: 3, id: 'ana/3', author: 'ana', connection: 'ana', at: 30, claims: [7, 8, 9] })
  const bytes = new Uint8Array(2 + (row?.size ?? 0)).fill(255)
  row?.packInto(bytes, 1)
  expect([bytes[0], bytes.at(-1)]).toEqual([255, 255])
  expect(unpackUpdates(bytes.subarray(1, -1))).toEqual([1, 2, 3].flatMap((each) => [new Uint8Array(300).fill(each), new Uint8Array([each])]))
})
