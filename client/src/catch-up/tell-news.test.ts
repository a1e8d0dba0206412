import type { Member } from '@tandem/shared/contracts/journals.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import type { ChangedItem } from './fold-changes.ts'
import { tellNews } from './tell-news.ts'

const [ANA, BEN, CLEO] = ['ana', 'ben', 'cleo'] as PersonId[] as [PersonId, PersonId, PersonId]
/** A Friday. */
const now = new Date(2026, 4, 15, 15, 0).getTime()
const members = [
  { person: BEN, name: 'Ben' },
  { person: CLEO, name: 'Cleo' },
] as unknown as Member[]
const by = (...authors: PersonId[]) => ({ authors }) as unknown as ChangedItem
const told = (items: readonly ChangedItem[], since?: Date) => {
  const { what, whose } = tellNews({ items, since: since?.getTime() }, { me: ANA, now, members })
  return `${what} ${whose}`.trim()
}

test('the line says how much has changed, by whom, and since which day and time', () => {
  expect(told([by(BEN), by(BEN)], new Date(2026, 4, 12, 14, 10))).toMatch(/^2 changes by Ben since Tuesday, (14:10|2:10\sPM)$/)
  expect(told([by(BEN), by(CLEO, BEN)], new Date(2026, 4, 14, 9, 5))).toMatch(/^2 changes by Ben and Cleo since yesterday, 0?9:05(\sAM)?$/)
  expect(told([by(BEN)], new Date(2026, 3, 30, 9, 5))).toMatch(/^1 change by Ben since (30 April|April 30)$/)
})

test('of today it says the hour alone, even minutes ago; without a beginning none', () => {
  expect(told([by(BEN)], new Date(2026, 4, 15, 14, 55))).toMatch(/^1 change by Ben since (14:55|2:55\sPM)$/)
  expect(told([], new Date(2026, 4, 15, 8, 0))).toMatch(/^Nothing has changed since 0?8:00(\sAM)?$/)
  expect(told([])).toBe('Nothing has changed')
})
