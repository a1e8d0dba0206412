import { expect, test } from 'vitest'
import { findWhyReadOnly } from './journal-rights.ts'

const OPEN = { barred: undefined, refusal: undefined } as const

test('owners and editors write, others are told that their role reads', () => {
  expect(findWhyReadOnly({ role: 'editor', archivedAt: null }, OPEN)).toBeUndefined()
  expect(findWhyReadOnly({ role: 'viewer', archivedAt: null }, OPEN)).toEqual({ kind: 'role' })
})

test('an archived journal is read by its owner too', () => {
  expect(findWhyReadOnly({ role: 'owner', archivedAt: 5 }, OPEN)).toEqual({ kind: 'archived' })
})

test('who was removed can type nothing that would be lost; who was signed out can', () => {
  expect(findWhyReadOnly({ role: 'owner', archivedAt: null }, { ...OPEN, barred: 'unknown-journal' })).toEqual({ kind: 'shut', failure: 'unknown-journal' })
  expect(findWhyReadOnly({ role: 'owner', archivedAt: null }, { ...OPEN, barred: 'signed-out' })).toBeUndefined()
  expect(findWhyReadOnly({ role: 'owner', archivedAt: null }, { ...OPEN, refusal: 'foreign-client-id' })).toEqual({
    kind: 'shut',
    failure: 'foreign-client-id',
  })
})
