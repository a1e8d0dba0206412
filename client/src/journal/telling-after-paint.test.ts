/** The caret is told to the others after the letter before it is on the screen. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { tellingAfterPaint } from './telling-after-paint.ts'

function arrive() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const awareness = new Awareness(new Y.Doc())
  onTestFinished(() => awareness.destroy())
  awareness.setLocalState({ page: 'first' })
  const told: unknown[] = []
  awareness.on('update', () => told.push(awareness.getLocalState()))
  return { awareness, told, presence: tellingAfterPaint(awareness) }
}

test('where the caret is last is told once, with everything else of the state', () => {
  const { awareness, told, presence } = arrive()
  presence.setLocalStateField('cursor', 1)
  presence.setLocalStateField('cursor', 2)
  expect(presence.getLocalState()).toEqual({ page: 'first', cursor: 2 })
  expect(told).toEqual([])
  awareness.setLocalStateField('page', 'second')
  vi.advanceTimersByTime(0)
  expect(told).toEqual([{ page: 'second' }, { page: 'second', cursor: 2 }])
})

test('who has left meanwhile tells no more', () => {
  const { awareness, told, presence } = arrive()
  presence.setLocalStateField('cursor', 1)
  awareness.setLocalState(null)
  vi.advanceTimersByTime(0)
  expect(told).toEqual([null])
})
