import { afterEach, expect, test, vi } from 'vitest'
import { newBlockId, newId } from './ids.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('identifiers are random UUIDs, and those of blocks 20 digits', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !UUID.test(id))).toEqual([])
  expect(newBlockId()).toMatch(/^[0-9a-f]{20}$/)
})

test('a browser whose connection is not safe has none of its own, and gets them all the same', async () => {
  vi.resetModules()
  vi.stubGlobal('crypto', {})
  const { newId: made } = await import('./ids.ts')
  expect(made()).toMatch(UUID)
  expect(made()).not.toBe(made())
})
