import { expect, test } from 'vitest'
import { createWatch } from './watched-stretches.ts'

test('a stretch is told as far as it goes, and once more when it is over', () => {
  const watch = createWatch()
  expect(watch.note({ now: 1_000, heardAt: 900, isLooking: true })).toBeUndefined()
  expect(watch.soFar({ now: 3_000, heardAt: 3_000 })).toEqual({ from: 1_000, to: 3_000 })
  expect(watch.note({ now: 4_000, heardAt: 4_000, isLooking: false })).toEqual({ from: 1_000, to: 4_000 })
  expect(watch.soFar({ now: 5_000, heardAt: 5_000 })).toBeUndefined()
})

test('what may have been said after the server was heard last has not been seen', () => {
  const watch = createWatch()
  watch.note({ now: 1_000, heardAt: 1_000, isLooking: true })
  watch.note({ now: 5_000, heardAt: 2_000, isLooking: true })
  expect(watch.soFar({ now: 9_000, heardAt: 2_000 })?.to).toBeLessThan(2_500)
  expect(watch.note({ now: 9_000, heardAt: 2_000, isLooking: false })?.to).toBeLessThan(2_500)
})

test('nobody watches while the machine sleeps, whatever it hears on waking', () => {
  const watch = createWatch()
  watch.note({ now: 1_000, heardAt: 1_000, isLooking: true })
  watch.note({ now: 2_000, heardAt: 2_000, isLooking: true })
  expect(watch.note({ now: 3_600_000, heardAt: 3_600_000, isLooking: true })).toEqual({ from: 1_000, to: 2_000 })
  expect(watch.soFar({ now: 3_601_000, heardAt: 3_601_000 })).toEqual({ from: 3_600_000, to: 3_601_000 })
})

test('who does not look watches nothing', () => {
  const watch = createWatch()
  expect(watch.note({ now: 1_000, heardAt: 1_000, isLooking: false })).toBeUndefined()
  expect(watch.soFar({ now: 2_000, heardAt: 2_000 })).toBeUndefined()
})

test('a clock set back begins anew', () => {
  const watch = createWatch()
  watch.note({ now: 3_600_000, heardAt: 3_600_000, isLooking: true })
  expect(watch.note({ now: 1_000, heardAt: 3_600_000, isLooking: true })).toBeUndefined()
  expect(watch.soFar({ now: 2_000, heardAt: 2_000 })).toEqual({ from: 1_000, to: 2_000 })
})
