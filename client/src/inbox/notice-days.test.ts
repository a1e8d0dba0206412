import type { Notice } from '@tandem/shared/contracts/notices.ts'
import { expect, test } from 'vitest'
import { gatherDays } from './notice-days.ts'

const at = (...time: [number, number, number, number, number]) => ({ at: new Date(...time).getTime() }) as Notice

test('a day is the calendar’s, not the last 24 hours', () => {
  const now = new Date(2026, 4, 13, 0, 30).getTime()
  const notices = [at(2026, 4, 13, 0, 10), at(2026, 4, 12, 23, 50), at(2026, 4, 12, 0, 0), at(2026, 4, 11, 23, 59)]
  expect(gatherDays(notices, now)).toEqual([
    { day: 'today', notices: [notices[0]] },
    { day: 'yesterday', notices: [notices[1], notices[2]] },
    { day: 'earlier', notices: [notices[3]] },
  ])
})

test('there is no heading over nothing', () => {
  expect(gatherDays([], 0)).toEqual([])
})
