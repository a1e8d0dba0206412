import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { packEntries, unpackEntries } from './sent-entries.ts'

const [ana, ben] = ['ana', 'ben'] as [PersonId, PersonId]

test('entries arrive as they were sent, each with its seq, time, author and updates', () => {
  const entries = [
    { seq: 3, at: 1_764_000_000_123, author: ana, updates: [Uint8Array.of(1, 2), Uint8Array.of(3)] },
    { seq: 4, at: 1_764_000_000_124, author: ben, updates: [new Uint8Array(300).fill(7)] },
    { seq: 9, at: 1_764_000_000_123, author: ana, updates: [Uint8Array.of(5)] },
  ]
  const sent = packEntries(entries.map((entry) => ({ ...entry, id: 'an entry', connection: 'a tab' })))
  const arrived = structuredClone(sent, { transfer: [sent.heads.buffer, sent.updates.buffer] })
  expect(unpackEntries(arrived)).toEqual(entries)
  expect(unpackEntries(packEntries([]))).toEqual([])
})
