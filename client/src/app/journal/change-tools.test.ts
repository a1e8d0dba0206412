import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { createJournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeTools } from './change-tools.ts'

const journal = { members: [{ person: 'ben', name: 'Ben', hue: 1, seat: 'mentor' }] } as unknown as JournalSummary
const tools = changeTools({ journal, index: createJournalIndex(new Y.Doc()), pages: [], today: '2026-05-13' as Day })
const tell = (field: string, was: unknown, became: unknown) => tools.tellFact(field === 'target' ? 'goal' : 'action', { field, was, became })

test.each([
  ['due', '2026-05-12', '2026-05-19', /^due 1 week later: Tue,? (19 May|May 19)$/],
  ['due', '2026-05-19', '2026-05-05', /^due 2 weeks earlier: Tue,? (5 May|May 5)$/],
  ['due', '2026-05-12', '2026-05-13', /^due 1 day later: Wed,? (13 May|May 13)$/],
  ['target', '2026-12-01', '2027-01-04', /^target 34 days later: Mon,? (4 Jan|Jan 4),? 2027$/],
])('%s moved from %s to %s is told by how far', (field, was, became, said) => {
  expect(tell(field, was, became)).toMatch(said)
})

test('the same day is no change, and a day that is new or gone is told as the facts say it', () => {
  expect(tell('due', '2026-05-12', '2026-05-12')).toBeUndefined()
  expect(tell('due', null, '2026-05-19')).toMatch(/→ .*19/)
  expect(tell('due', '2026-05-19', null)).toMatch(/19.* → /)
  expect(tell('owner', null, 'ben')).toMatch(/→ .*Ben/)
})
