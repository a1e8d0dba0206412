import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { FrontEntry } from './front-entry.ts'
import { FrontEncoder } from './front-encoder.ts'
import { readRecord } from './front-record.ts'
import { readEntryAt } from './read-entry.ts'

function entry(id: string, { size = 3, claims = [] as number[], at = 1_800_000_000_000 } = {}): FrontEntry {
  const updates = [new Uint8Array(size).fill(7), new Uint8Array(200).fill(8)]
  return {
    document: 'a-document' as DocumentId,
    seq: Number.MAX_SAFE_INTEGER,
    entry: { id, author: 'ana' as PersonId, connection: 'tab', at, updates, claims },
  }
}

test('[L11] what is encoded is read as the same, whatever its letters, numbers and sizes', () => {
  const encoder = new FrontEncoder()
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
    expect(readRecord(record, 0)).toEqual({ record: { kind: 'entries', entries }, start: 0, end: record.length })
  }
  expect(readRecord(encoder.begin(4_200_000), 0)?.record).toEqual({ kind: 'begin', previousEnd: 4_200_000 })
})

test('[L13] a record that is damaged anywhere is none', () => {
  const { record } = new FrontEncoder().entries([entry('tab/1')])
  for (let at = 0; at < record.length; at += 1) {
    const damaged = Buffer.from(record)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    expect(readRecord(damaged, 0)).toBeUndefined()
  }
})

test('a number that is no whole one is refused', () => {
  expect(() => new FrontEncoder().entries([entry('tab/1', { at: 1.5 })])).toThrow(TypeError)
  expect(() => new FrontEncoder().entries([entry('tab/1', { claims: [-1] })])).toThrow(TypeError)
})
