import { expect, test } from 'vitest'
import { FAILURES, Failure, failureKind, isFailureCode } from './failure.ts'

const codes = Object.keys(FAILURES).filter(isFailureCode)

test.for(codes)('%s has a status of a refusal and a close code a browser may be sent', (code) => {
  const { status, close } = failureKind(code)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(600)
  if (close !== undefined) expect((close >= 1000 && close <= 1015) || (close >= 4000 && close < 5000)).toBe(true)
})

test('a failure carries its code, and the words the person reads as its message', () => {
  const failure = new Failure('seat-taken', { journal: 'j' })
  expect(failure).toMatchObject({ code: 'seat-taken', message: FAILURES['seat-taken'].words, details: { journal: 'j' } })
})

test('only codes of the catalogue are codes', () => {
  expect(isFailureCode('seat-taken')).toBe(true)
  expect(isFailureCode('toString')).toBe(false)
})
