// @vitest-environment jsdom
import { getExtensionField } from '@tiptap/core'
import { expect, test } from 'vitest'
import { oneWriter } from '../../../journal/testing/people-at-a-page.ts'
import { KEY_GROUPS } from '../../../shortcuts/key-groups.ts'

/** As in any field: nobody looks these up. */
const EVERYWHERE = /^(Enter|ArrowDown|Mod-a|((Shift|Alt|Mod)-)?(Backspace|Delete))$/

/** Another order of the modifiers, and the same key as it is told with caps lock on, are the same key. */
function sameKey(key: string): string {
  const parts = key.split('-')
  const letter = parts.pop() ?? ''
  return [...parts.toSorted(), letter.length === 1 ? letter.toLowerCase() : letter].join('-')
}

/** The strokes of the sheet: "1" after "Mod+Alt+0" is pressed with the same keys held. */
function strokesOf(ways: readonly string[]): readonly string[] {
  const held = ways[0]?.split('+').slice(0, -1) ?? []
  return ways
    .flatMap((way) => [way, ...way.split(' '), [...held, way].join('+')])
    .map((way) => way.replace('↑', 'ArrowUp').replace('↓', 'ArrowDown').replaceAll('+', '-'))
}

test('every key the page binds is on the sheet', () => {
  const { editor } = oneWriter([{ id: 'a' }])
  const bound = editor.extensionManager.extensions.flatMap((extension) => {
    const { name, options, storage } = extension
    const add = getExtensionField<(() => Record<string, unknown>) | undefined>(extension, 'addKeyboardShortcuts', { name, options, storage, editor })
    return Object.keys(add?.() ?? {}).filter((key) => !EVERYWHERE.test(key))
  })
  expect(bound.length).toBeGreaterThan(20)
  const told = KEY_GROUPS.flatMap(({ rows }) => rows.flatMap(([, ways]) => strokesOf(ways)))
  const missing = new Set(bound.map(sameKey)).difference(new Set(told.map(sameKey)))
  expect([...missing]).toEqual([])
})

test('what is said of a key is said once', () => {
  const names = KEY_GROUPS.flatMap(({ rows }) => rows.map(([name]) => name))
  expect(new Set(names).size).toBe(names.length)
})
