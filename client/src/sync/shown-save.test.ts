import { expect, test } from 'vitest'
import { withWaiting } from './shown-save.ts'

test('saved is said only when nothing waits in the outbox', () => {
  expect(withWaiting({ kind: 'saved', at: 5 }, { count: 0, isStalled: false })).toEqual({ kind: 'saved', at: 5 })
  expect(withWaiting({ kind: 'saved', at: 5 }, { count: 1, isStalled: false })).toEqual({ kind: 'saving' })
})

test('commands that could not be sent are counted as only on this device', () => {
  expect(withWaiting({ kind: 'saved', at: 5 }, { count: 2, isStalled: true })).toEqual({ kind: 'on-device', edits: 2 })
  expect(withWaiting({ kind: 'on-device', edits: 3 }, { count: 2, isStalled: true })).toEqual({ kind: 'on-device', edits: 5 })
  expect(withWaiting({ kind: 'cannot-save', why: 'signed-out', edits: 1 }, { count: 2, isStalled: true })).toMatchObject({ kind: 'cannot-save', edits: 3 })
})
