import { expect, test } from 'vitest'
import { fullnessOf } from './fullness.ts'

const LIMITS = { documentBytes: 1000, clientIds: 100 }

test.for([
  [0, 0, 0],
  [799, 79, 0],
  [800, 0, 80],
  [849, 0, 80],
  [850, 10, 85],
  [10, 95, 95],
  [2000, 0, 100],
] as const)('%i bytes and %i client ids are %i percent', ([bytes, clientIds, percent]) => {
  expect(fullnessOf({ bytes, clientIds }, LIMITS)).toBe(percent)
})

test('what has no limit is never full', () => {
  const lifted = { documentBytes: Number.POSITIVE_INFINITY, clientIds: Number.POSITIVE_INFINITY }
  expect(fullnessOf({ bytes: 1e9, clientIds: 1e6 }, lifted)).toBe(0)
})
