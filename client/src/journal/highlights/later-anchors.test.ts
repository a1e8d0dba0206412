// @vitest-environment jsdom
/** The same with time in between: what was done ten seconds ago is another step of undo, every timer has gone off, and the server has remembered the thread anew. */
import type { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { renewAnchor } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeAll, copied, cutBlock, END, lineAtEnd, type Pair, PASTE, pair, remove, removeBlock, START, WORDS } from '../testing/edit-words.ts'
import { hang, place } from '../testing/hang.ts'
import { meet } from '../testing/people-at-a-page.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  closeAll()
  vi.useRealTimers()
})

type Step = (pair: Pair) => void

const deleted: Step = ({ ana }) => remove(ana, ['b', START], ['b', END])
const undone: Step = ({ ana }) => ana.press('Mod-z')
let clipboard = ''
const cut: Step = ({ ana }) => {
  ana.select(['b', START], ['b', END])
  clipboard = copied(ana)
  ana.editor.commands.deleteSelection()
}
const pastedAt =
  (block: string, at: number): Step =>
  ({ ana }) => {
    ana.caret(block, at)
    ana.editor.view.pasteHTML(clipboard, PASTE)
  }

const HERE = `b: ${WORDS}`

/** Steps ten seconds apart, and where the thread is after each. */
const STORIES: readonly (readonly [what: string, steps: readonly (readonly [Step, string])[]])[] = [
  [
    'deleted, and undone',
    [
      [deleted, 'detached'],
      [undone, HERE],
    ],
  ],
  [
    'cut, undone, cut again, and pasted back',
    [
      [cut, 'detached'],
      [undone, HERE],
      [cut, 'detached'],
      [pastedAt('b', START), HERE],
    ],
  ],
  [
    'cut, pasted into another block, and both undone',
    [
      [cut, 'detached'],
      [pastedAt('c', 100), `c: ${WORDS}`],
      [undone, 'detached'],
      [undone, HERE],
    ],
  ],
  [
    'its block deleted, and undone',
    [
      [({ ana }) => removeBlock(ana, 'b'), 'detached'],
      [undone, HERE],
    ],
  ],
  [
    'written over word by word, and all of it undone',
    [
      [({ ana }) => (ana.select(['b', START], ['b', START + 4]), ana.type('launch')), '~b: launch the beta'],
      [({ ana }) => (ana.select(['b', START + 11], ['b', START + 15]), ana.type('release')), '~b: launch the release'],
      [undone, '~b: launch the beta'],
      [undone, HERE],
    ],
  ],
  [
    'deleted by one, typed again by the other in another block, and the deletion undone: of the two it stays where it was found',
    [
      [deleted, 'detached'],
      [({ ben }) => (ben.caret('c', 100), ben.type(` and ${WORDS} by Friday and tell Ben`)), `c: ${WORDS}`],
      [undone, `c: ${WORDS}`],
    ],
  ],
]

test.each(STORIES)('%s', (_what, steps) => {
  const both = pair()
  let anchor: Anchor = hang(both.ana, 'b', WORDS)
  for (const [step, expected] of steps) {
    step(both)
    meet(both.ana, both.ben)
    anchor = tenSecondsLater(both, anchor)
    expect([place(both.ana, anchor), place(both.ben, anchor)]).toEqual([expected, expected])
  }
})

test('its block cut, and pasted at the end of the page', () => {
  const both = pair()
  let anchor: Anchor = hang(both.ana, 'b', WORDS)
  const html = cutBlock(both.ana, 'b')
  meet(both.ana, both.ben)
  anchor = tenSecondsLater(both, anchor)
  expect(place(both.ben, anchor)).toBe('detached')
  lineAtEnd(both.ana)
  both.ana.editor.view.pasteHTML(html, PASTE)
  meet(both.ana, both.ben)
  anchor = tenSecondsLater(both, anchor)
  expect(place(both.ben, anchor)).toMatch(/: ship the beta$/)
})

function tenSecondsLater({ ana, ben }: Pair, anchor: Anchor): Anchor {
  vi.advanceTimersByTime(10_000)
  // Yjs took the clock of the machine before it was replaced: to it no time has gone by.
  for (const { undoManager } of [ana, ben]) undoManager.stopCapturing()
  const text = journalTextOf(ana.doc)
  return renewAnchor(text, anchor, resolveAnchor(text, anchor)) ?? anchor
}
