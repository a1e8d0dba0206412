import { expect, test } from 'vitest'
import { findCloseFailure, isWorthRetrying } from './close-reason.ts'

test('a lost network is no failure and is tried again', () => {
  expect(findCloseFailure({ code: 1006, reason: '' })).toBeUndefined()
  expect(isWorthRetrying({ code: 1006, reason: '' })).toBe(true)
})

test('the reason names the failure more exactly than the code', () => {
  expect(findCloseFailure({ code: 4404, reason: 'unknown-document' })).toBe('unknown-document')
  expect(findCloseFailure({ code: 4401, reason: '' })).toBe('signed-out')
})

test('a removed member does not knock again, a changed role and a restarting server are rejoined', () => {
  expect(isWorthRetrying({ code: 4403, reason: '' })).toBe(false)
  expect(isWorthRetrying({ code: 4410, reason: '' })).toBe(true)
  expect(isWorthRetrying({ code: 1012, reason: '' })).toBe(true)
  expect(isWorthRetrying({ code: 1009, reason: '' })).toBe(true)
})
