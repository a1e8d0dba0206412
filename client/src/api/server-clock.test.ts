import { expect, test } from 'vitest'
import { noteServerTime, serverTime } from './server-clock.ts'

test('the server\u2019s time is known between two bounds, which a slow answer parts and a clock set back does not move', () => {
  expect(serverTime(1_000, 'least')).toBeUndefined()
  noteServerTime(3_600_000, { asked: 1_000, heard: 5_000 })
  expect([serverTime(5_000, 'least'), serverTime(5_000, 'most')]).toEqual([3_600_000, 3_604_000])
  noteServerTime(7_200_000, { asked: 9_000, heard: 6_000 })
  expect(serverTime(5_000, 'least')).toBe(3_600_000)
})
