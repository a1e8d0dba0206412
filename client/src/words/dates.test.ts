import { expect, test } from 'vitest'
import { dayPart, spokenList, spokenTime } from './dates.ts'

const now = new Date(2026, 4, 14, 15, 0).getTime()

test.each([
  [new Date(2026, 4, 14, 14, 59, 30), 'just now'],
  [new Date(2026, 4, 14, 14, 48), '12 minutes ago'],
  [new Date(2026, 4, 14, 0, 5), /^today, /],
  [new Date(2026, 4, 13, 23, 59), /^yesterday, /],
  [new Date(2026, 4, 12, 14, 10), /^Tuesday, /],
  [new Date(2026, 4, 1, 9, 0), /^(1 May|May 1)$/],
  [new Date(2025, 11, 24, 9, 0), /2025/],
])('%s is said as %s', (at, said) => {
  expect(spokenTime(at.getTime(), now)).toMatch(said)
})

test('the greeting follows the clock', () => {
  expect([3, 5, 12, 18].map((hour) => dayPart(new Date(2026, 0, 1, hour)))).toEqual(['night', 'morning', 'afternoon', 'evening'])
})

test('names are listed as the language does', () => {
  expect(spokenList(['Ana', 'Ben', 'Cleo'])).toMatch(/^Ana, Ben,? and Cleo$/)
})
