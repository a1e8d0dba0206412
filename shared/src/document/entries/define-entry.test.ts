/** Facts as their kind sees them: what cannot be read is no fact, never an error. */
import { expect, test } from 'vitest'
import { action } from './action.ts'
import { readKindFacts } from './define-entry.ts'

test('a kind reads its own facts and leaves others alone', () => {
  const facts = readKindFacts(action, { owner: 'ana', due: '2026-05-12', status: 'met' })
  expect(facts).toMatchObject({ owner: 'ana', due: '2026-05-12', end: null, goal: null })
  expect(facts).not.toHaveProperty('status')
})

test.for([
  ['due', 'soon'],
  ['due', 20260512],
  ['end', 'abandoned'],
  ['owner', ''],
  ['why', 'x'.repeat(501)],
] as const)('an unreadable %s is no fact', ([field, value]) => {
  expect(readKindFacts(action, { [field]: value })[field]).toBeNull()
})
