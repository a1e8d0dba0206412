import type { Day } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { longDay, shortDay, todayAsDay } from './days.ts'

test('a day is said with its year only when that is another one', () => {
  expect(shortDay('2026-05-14' as Day, '2026-06-01' as Day)).toMatch(/Thu/)
  expect(shortDay('2026-05-14' as Day, '2026-06-01' as Day)).not.toMatch(/2026/)
  expect(longDay('2025-05-15' as Day, '2026-06-01' as Day)).toMatch(/Thursday.*2025|2025.*Thursday/)
})

test('today is the day of the person’s own clock', () => {
  expect(todayAsDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
