/** What every file store promises; see server/src/files/file-store.ts. */
import type { FileStore } from '@tandem/server/files/file-store.ts'
import { expect, test } from 'vitest'

const NO_KEYS = ['../x', 'a/b', '', '.hidden', 'a..b', 'ä', 'x'.repeat(200)]

export function describeFileStore(name: string, open: () => Promise<{ readonly store: FileStore; readonly close: () => Promise<void> }>): void {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251)
  const withStore = async (act: (store: FileStore) => Promise<void>) => {
    const { store, close } = await open()
    try {
      await act(store)
    } finally {
      await close()
    }
  }

  test(`${name}: [F1] [F3] what was put comes back byte by byte, and of what was not there is nothing`, () =>
    withStore(async (store) => {
      await store.put('a-1.b-2', bytes)
      await store.put('empty.b', new Uint8Array())
      expect(new Uint8Array((await store.get('a-1.b-2')) ?? [])).toEqual(bytes)
      expect((await store.get('empty.b'))?.length).toBe(0)
      expect(await store.get('a-1.b-3')).toBeUndefined()
    }))

  test(`${name}: [F2] putting the same again is no trouble, at the same moment either`, () =>
    withStore(async (store) => {
      await Promise.all([store.put('a', bytes), store.put('a', bytes)])
      await store.put('a', bytes)
      expect((await store.get('a'))?.length).toBe(bytes.length)
    }))

  test.each(NO_KEYS)(`${name}: [F4] %j is no key`, (key) =>
    withStore(async (store) => {
      await expect(store.put(key, bytes)).rejects.toThrow(/no key/)
      await expect(store.get(key)).rejects.toThrow(/no key/)
    }),
  )
}
