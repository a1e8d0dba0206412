import { expect, test } from 'vitest'
import { atLeast, atMost, judge } from './goals.ts'
import { Histogram, median, percentile } from './statistics.ts'
import type { SystemName } from './systems/system.ts'

test('the median is the middle one', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('a percentile is the value so many do not exceed', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1)
  expect(percentile(values, 0.95)).toBe(95)
  expect(percentile([7], 0.99)).toBe(7)
})

test('the histogram agrees within its step', () => {
  const histogram = new Histogram()
  for (let millis = 1; millis <= 1000; millis += 1) histogram.add(millis)
  expect(histogram.percentile(0.99)).toBeCloseTo(990, 0)
  expect(histogram.percentile(0.5)).toBeCloseTo(500, 0)
  expect(new Histogram().percentile(0.5)).toBeNaN()
})

test('goals are judged against the peer of the same run', () => {
  const values = new Map<SystemName, number>([
    ['Tandem', 60],
    ['Hocuspocus', 10],
  ])
  expect(judge(atLeast(5, 'Hocuspocus'), values)).toEqual({ words: '≥ 5 × Hocuspocus: 6', reached: true })
  expect(judge(atMost(20), values)).toEqual({ words: '≤ 20: 60', reached: false })
  expect(judge(atLeast(5, 'broadcast'), values)).toBeUndefined()
})
