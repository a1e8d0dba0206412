import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { FrontBatch } from './front.ts'
import { joinEntries, oldestWithin } from './join-entries.ts'

const by = (document: string, seq: number, connection: string) => {
  const entry = { id: `${connection}/${seq}`, author: connection as PersonId, connection, at: 0, updates: [new Uint8Array([1])], claims: [] }
  return { document: document as DocumentId, seq, entry }
}
const batch = (...entries: ReturnType<typeof by>[]): FrontBatch => ({ file: 1, entries, bytes: entries.length * 10 })

test('[L12] one step takes what becomes so many rows, however many entries that is', () => {
  const alone = Array.from({ length: 100 }, (_, at) => batch(by('a', at + 1, 'ana'), by('b', at + 1, 'ben')))
  const step = oldestWithin(alone, { rows: 3, bytes: 10_000 })
  expect(step).toHaveLength(100)
  expect(joinEntries(step.flatMap(({ entries }) => entries))).toHaveLength(2)

  const inTurns = Array.from({ length: 100 }, (_, at) => batch(by('a', at + 1, at % 2 === 0 ? 'ana' : 'ben')))
  expect(oldestWithin(inTurns, { rows: 3, bytes: 10_000 })).toHaveLength(3)
})

test('[L12] a step is bounded by bytes too, and is never empty', () => {
  const batches = Array.from({ length: 9 }, (_, at) => batch(by('a', at + 1, 'ana')))
  expect(oldestWithin(batches, { rows: 100, bytes: 25 })).toHaveLength(3)
  expect(oldestWithin(batches, { rows: 1, bytes: 1 })).toHaveLength(1)
})
