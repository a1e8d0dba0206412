import { Failure } from '@tandem/shared/failure.ts'
import { expect, test } from 'vitest'
import { isWorthRetrying } from './query-client.ts'
import { Unreachable } from './unreachable.ts'

test('a refusal that lasts is final', () => {
  expect(isWorthRetrying(0, new Failure('not-allowed'))).toBe(false)
})

test('a server that cannot be reached is tried three times in all', () => {
  const trouble = new Unreachable('offline')
  expect([0, 1, 2].map((failures) => isWorthRetrying(failures, trouble))).toEqual([true, true, false])
})
