import { FAILURES, Failure } from '@tandem/shared/failure.ts'
import { expect, test } from 'vitest'
import { placeTrouble } from './field-troubles.ts'

test('what the person can mend is said at the field', () => {
  expect(placeTrouble(new Failure('email-taken'))).toEqual({ email: FAILURES['email-taken'].words })
})

test('everything else is said at the end of the form', () => {
  expect(Object.keys(placeTrouble(new Failure('too-many-requests')))).toEqual(['form'])
  expect(Object.keys(placeTrouble(new TypeError('x')))).toEqual(['form'])
})
