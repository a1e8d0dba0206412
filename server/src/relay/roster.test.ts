import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { Connection } from './connection.ts'
import type { Room } from './room.ts'
import { BEATS_PER_JUDGEMENT, Roster, SLICES } from './roster.ts'

test('[R23] connections that came together are looked after one after the other, and those of a slice are not all judged at the same beat', () => {
  const roster = new Roster()
  const connection = { admission: { journal: 'journal' as JournalId }, signedIn: { person: 'ana' as PersonId } } as Connection
  const places = Array.from({ length: BEATS_PER_JUDGEMENT * SLICES }, () => roster.add(connection, {} as Room))
  for (let slice = 0; slice < SLICES; slice += 1) {
    const looked = roster.ofSlice(slice)
    expect(looked).toHaveLength(BEATS_PER_JUDGEMENT)
    expect(new Set(looked.map(({ beats }) => beats % BEATS_PER_JUDGEMENT)).size).toBe(BEATS_PER_JUDGEMENT)
  }
  for (const place of places) roster.remove(place)
  expect(roster.ofSlice(1)).toEqual([])
})
