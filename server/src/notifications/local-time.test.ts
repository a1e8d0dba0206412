import { expect, test } from 'vitest'
import { localTime, nextDigestAt } from './local-time.ts'

const at = (text: string) => Date.parse(text)

test.for([
  ['2026-05-13T22:30:00Z', 'Europe/Berlin', { day: '2026-05-14', hour: 0, weekday: 4 }],
  ['2026-05-13T22:30:00Z', 'America/Los_Angeles', { day: '2026-05-13', hour: 15, weekday: 3 }],
  ['2026-05-10T18:20:00Z', 'Asia/Kathmandu', { day: '2026-05-11', hour: 0, weekday: 1 }],
  ['2026-05-10T12:00:00Z', 'UTC', { day: '2026-05-10', hour: 12, weekday: 7 }],
] as const)('%s in %s', ([time, zone, local]) => {
  expect(localTime(at(time), zone)).toEqual(local)
})

test.for([
  ['2026-05-13T09:00:00Z', 'Europe/Berlin', '2026-05-18T06:00:00Z'],
  ['2026-05-18T05:59:00Z', 'Europe/Berlin', '2026-05-18T06:00:00Z'],
  ['2026-05-18T06:00:00Z', 'Europe/Berlin', '2026-05-25T06:00:00Z'],
  ['2026-05-13T09:00:00Z', 'Asia/Kathmandu', '2026-05-18T02:15:00Z'],
  // The clocks change in between.
  ['2026-10-24T09:00:00Z', 'Europe/Berlin', '2026-10-26T07:00:00Z'],
] as const)('after %s in %s the digest of Monday at eight comes at %s', ([now, zone, expected]) => {
  expect(new Date(nextDigestAt(at(now), { day: 1, hour: 8 }, zone)).toISOString()).toBe(new Date(expected).toISOString())
})

test('an hour that a clock leaves out is followed by the first there is', () => {
  // On 29 March 2026 in Berlin two o’clock is three o’clock.
  expect(new Date(nextDigestAt(at('2026-03-28T12:00:00Z'), { day: 7, hour: 2 }, 'Europe/Berlin')).toISOString()).toBe('2026-03-29T01:00:00.000Z')
})
