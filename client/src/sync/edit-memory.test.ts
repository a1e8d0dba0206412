import { expect, test, vi } from 'vitest'
import { createEditMemory } from './edit-memory.ts'
import type { RememberedEdits } from './unsaved-edits.ts'

function scene(found: RememberedEdits) {
  const written: RememberedEdits[] = []
  const memory = createEditMemory(() => undefined)
  memory.attach({
    found,
    remember(now) {
      written.push(now)
      return Promise.resolve()
    },
  })
  return { memory, written }
}

test('more unsaved edits are written down at once, saved ones after a moment', () => {
  vi.useFakeTimers()
  const { memory, written } = scene({ edits: 0, savedAt: 5 })
  memory.note({ edits: 1, savedAt: 5 })
  expect(written).toEqual([{ edits: 1, savedAt: 5 }])
  memory.note({ edits: 0, savedAt: 9 })
  memory.note({ edits: 1, savedAt: 9 })
  memory.note({ edits: 0, savedAt: 10 })
  expect(written).toHaveLength(1)
  vi.runAllTimers()
  expect(written.at(-1)).toEqual({ edits: 0, savedAt: 10 })
  vi.useRealTimers()
})

test('what was found is not forgotten because nothing has been written yet', () => {
  const { memory, written } = scene({ edits: 3, savedAt: 5 })
  memory.close()
  expect(written).toEqual([])
})

test('closing writes what is still to be written', () => {
  const { memory, written } = scene({ edits: 2, savedAt: null })
  memory.note({ edits: 0, savedAt: 7 })
  memory.close()
  expect(written).toEqual([{ edits: 0, savedAt: 7 }])
})
