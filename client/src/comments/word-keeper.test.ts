/** Half a comment outlasts a reload of its tab, and a browser that stores nothing loses no more than that. */
import { expect, test } from 'vitest'
import { createWordKeeper } from './word-keeper.ts'

/** The storage of one tab. */
function tab() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, words: string) => void items.set(name, words),
    removeItem: (name: string) => void items.delete(name),
  }
}

test('words that were begun are there again after a reload, until they are sent', () => {
  const storage = tab()
  const before = createWordKeeper(() => storage)
  before.keep('answer ana', 'Could we')
  before.keep('answer ben', 'No')
  const after = createWordKeeper(() => storage)
  expect([after.find('answer ana'), after.find('answer ben'), after.find('answer eve')]).toEqual(['Could we', 'No', undefined])
  after.forget('answer ana')
  expect([after.find('answer ana'), createWordKeeper(() => storage).find('answer ana')]).toEqual([undefined, undefined])
  after.forget('answer ben')
  expect(storage.items.size).toBe(0)
})

test('without storage, or with a full one, the words live as long as the page', () => {
  const full = { ...tab(), setItem: () => expect.fail('no room') }
  for (const storage of [() => expect.fail('no storage'), () => full]) {
    const keeper = createWordKeeper(storage)
    expect(keeper.find('answer ana')).toBeUndefined()
    keeper.keep('answer ana', 'Could we')
    expect(keeper.find('answer ana')).toBe('Could we')
    keeper.forget('answer ana')
    expect(keeper.find('answer ana')).toBeUndefined()
  }
})
