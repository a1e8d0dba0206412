/** What the save badge says while somebody types. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CALM, calmSave } from './calm-save.ts'
import { createListeners } from './listeners.ts'
import type { SaveState } from './save-state.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const SAVED: SaveState = { kind: 'saved', at: 1 }
const SAVING: SaveState = { kind: 'saving' }

function badge(first: SaveState) {
  let save = first
  const listeners = createListeners()
  const calm = calmSave({ save: () => save, subscribe: listeners.add })
  const told: string[] = []
  const stop = calm.subscribe(() => told.push(calm.get().kind))
  const become = (now: SaveState) => {
    save = now
    listeners.tell()
  }
  return { become, told, calm, stop }
}

test('twenty keystrokes, each saved at once, are told as two changes: saving, and saved when it is over', () => {
  const { become, told, calm } = badge(SAVED)
  for (let key = 0; key < 20; key += 1) {
    become({ ...SAVING })
    vi.advanceTimersByTime(15)
    become({ kind: 'saved', at: 2 + key })
    vi.advanceTimersByTime(75)
  }
  expect(told).toEqual(['saving'])
  vi.advanceTimersByTime(CALM)
  expect(told).toEqual(['saving', 'saved'])
  expect(calm.get()).toEqual({ kind: 'saved', at: 21 })
})

test('worse news is told at once', () => {
  const { become, told } = badge(SAVED)
  become({ kind: 'on-device', edits: 1 })
  become({ kind: 'on-device', edits: 2 })
  become({ kind: 'cannot-save', why: 'signed-out', edits: 2 })
  expect(told).toEqual(['on-device', 'on-device', 'cannot-save'])
})

test('who stops listening is told nothing later', () => {
  const { become, told, stop } = badge(SAVING)
  become(SAVED)
  stop()
  vi.advanceTimersByTime(CALM * 2)
  expect(told).toEqual([])
})
