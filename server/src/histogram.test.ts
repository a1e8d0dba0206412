import { expect, test } from 'vitest'
import { Histogram } from './histogram.ts'

test('a time counts in its bucket and in all above', () => {
  const histogram = new Histogram()
  for (const took of [0, 1, 1.5, 20, 20.1, 60_000]) histogram.observe(took)
  const counts = new Map(histogram.buckets().map(({ upTo, count }) => [upTo, count]))
  expect([1, 2, 5, 10, 20, 50, 10_000, Number.POSITIVE_INFINITY].map((upTo) => counts.get(upTo))).toEqual([2, 3, 3, 3, 4, 5, 5, 6])
  expect(histogram.sum).toBeCloseTo(60_042.6)
})

test('a clock that was set back takes nothing from the sum', () => {
  const histogram = new Histogram()
  histogram.observe(-3_600_000)
  expect(histogram.sum).toBe(0)
  expect(histogram.buckets()[0]).toEqual({ upTo: 1, count: 1 })
})
