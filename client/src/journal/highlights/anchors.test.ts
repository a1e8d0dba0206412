// @vitest-environment jsdom
/** Whatever two people do to the words a thread hangs on: it hangs on the right words, or it is detached. Never on wrong ones. */
import { afterEach, expect, test } from 'vitest'
import { turnInto } from '../blocks/turn-into.ts'
import { closeAll, copied, cutBlock, END, lineAtEnd, type Pair, PASTE, pair, remove, removeBlock, rewrite, START, WORDS } from '../testing/edit-words.ts'
import { hang, place } from '../testing/hang.ts'
import { meet } from '../testing/people-at-a-page.ts'

afterEach(closeAll)

type Deed = (pair: Pair) => void

/** What is done by whom, and where the thread on "ship the beta" is after both have met. */
const DEEDS: readonly (readonly [what: string, deed: Deed, place: string])[] = [
  ['nothing', () => undefined, 'b: ship the beta'],
  ['words before it', ({ ana }) => (ana.caret('b', 0), ana.type('Soon ')), 'b: ship the beta'],
  ['words after it', ({ ben }) => (ben.caret('b', 40), ben.type(' early')), 'b: ship the beta'],
  ['words right before it', ({ ana }) => (ana.caret('b', START), ana.type('gladly ')), 'b: ship the beta'],
  ['words right after it', ({ ana }) => (ana.caret('b', END), ana.type(' two')), 'b: ship the beta'],
  ['a word in it', ({ ana }) => (ana.caret('b', START + 9), ana.type('new ')), '~b: ship the new beta'],
  [
    'many words in it',
    ({ ana }) => (ana.caret('b', START + 9), ana.type('long awaited and often promised ')),
    '~b: ship the long awaited and often promised beta',
  ],
  ['a letter less', ({ ben }) => remove(ben, ['b', START], ['b', START + 1]), '~b: hip the beta'],
  ['its first word less', ({ ben }) => remove(ben, ['b', START], ['b', START + 5]), '~b: the beta'],
  ['half of it and more before it less', ({ ben }) => remove(ben, ['b', 0], ['b', START + 5]), '~b: the beta'],
  ['deleted', ({ ana }) => remove(ana, ['b', START], ['b', END]), 'detached'],
  ['deleted with what is around it', ({ ana }) => remove(ana, ['b', START - 4], ['b', END + 4]), 'detached'],
  ['deleted and undone', ({ ana }) => (remove(ana, ['b', START], ['b', END]), ana.press('Mod-z')), 'b: ship the beta'],
  [
    'deleted, seen by the other, and undone',
    ({ ana, ben }) => {
      remove(ana, ['b', START], ['b', END])
      meet(ana, ben)
      ana.press('Mod-z')
    },
    'b: ship the beta',
  ],
  ['deleted and typed again', ({ ana }) => (remove(ana, ['b', START], ['b', END]), ana.caret('b', START), ana.type(WORDS)), 'b: ship the beta'],
  [
    'deleted by one and typed again by the other',
    ({ ana, ben }) => {
      remove(ana, ['b', START], ['b', END])
      meet(ana, ben)
      ben.caret('b', START)
      ben.type(WORDS)
    },
    'b: ship the beta',
  ],
  [
    'written over with other words',
    ({ ana }) => {
      ana.select(['b', START], ['b', END])
      ana.type('launch')
    },
    '~b: launch',
  ],
  [
    'cut and pasted into another block',
    ({ ana, ben }) => {
      ana.select(['b', START], ['b', END])
      const html = copied(ana)
      ana.editor.commands.deleteSelection()
      meet(ana, ben)
      ana.caret('c', 100)
      ana.editor.view.pasteHTML(html, PASTE)
    },
    'c: ship the beta',
  ],
  ['its block deleted', ({ ana }) => removeBlock(ana, 'b'), 'detached'],
  ['its block deleted and undone', ({ ana, ben }) => (removeBlock(ana, 'b'), meet(ana, ben), ana.press('Mod-z')), 'b: ship the beta'],
  ['its block deleted while the other types in it', ({ ana, ben }) => (removeBlock(ana, 'b'), ben.caret('b', END), ben.type(' two')), 'detached'],
  [
    'its block cut and pasted at the end',
    ({ ana, ben }) => {
      const html = cutBlock(ana, 'b')
      meet(ana, ben)
      lineAtEnd(ana)
      ana.editor.view.pasteHTML(html, PASTE)
    },
    'b: ship the beta',
  ],
  [
    'its block deleted and its words typed into another',
    ({ ana, ben }) => {
      removeBlock(ana, 'b')
      meet(ana, ben)
      ben.caret('c', 13)
      ben.type(` and ${WORDS} by Friday`)
    },
    'c: ship the beta',
  ],
  ['moved up', ({ ana }) => (ana.caret('b', 3), ana.press('Alt-ArrowUp')), 'b: ship the beta'],
  ['moved down twice', ({ ana }) => (ana.caret('b', 3), ana.press('Alt-ArrowDown'), ana.press('Alt-ArrowDown')), 'b: ship the beta'],
  ['moved by both', ({ ana, ben }) => (ana.caret('b'), ana.press('Alt-ArrowUp'), ben.caret('b'), ben.press('Alt-ArrowDown')), 'b: ship the beta'],
  [
    'moved while the other types before it',
    ({ ana, ben }) => (ana.caret('b'), ana.press('Alt-ArrowDown'), ben.caret('b', 0), ben.type('Soon ')),
    'b: ship the beta',
  ],
  ['turned into an action', ({ ana }) => (ana.caret('b'), turnInto('action')(ana.editor.state, ana.editor.view.dispatch)), 'b: ship the beta'],
  ['turned into code', ({ ana }) => (ana.caret('b'), turnInto('codeBlock')(ana.editor.state, ana.editor.view.dispatch)), 'b: ship the beta'],
  [
    'turned by one while the other writes in it',
    ({ ana, ben }) => {
      ana.caret('b')
      turnInto('goal')(ana.editor.state, ana.editor.view.dispatch)
      ben.caret('b', START + 9)
      ben.type('new ')
    },
    '~b: ship the new beta',
  ],
  [
    'turned by both',
    ({ ana, ben }) => [ana, ben].forEach((one, at) => (one.caret('b'), turnInto(at ? 'goal' : 'topic')(one.editor.state, one.editor.view.dispatch))),
    'b: ship the beta',
  ],
  ['split before it', ({ ana }) => (ana.caret('b', START), ana.press('Enter')), '?: ship the beta'],
  ['split after it', ({ ana }) => (ana.caret('b', END), ana.press('Enter')), 'b: ship the beta'],
  ['split in it', ({ ana }) => (ana.caret('b', START + 5), ana.press('Enter')), 'b: ship  | ?: the beta'],
  ['split in it and joined again', ({ ana }) => (ana.caret('b', START + 5), ana.press('Enter'), ana.press('Backspace')), 'b: ship the beta'],
  ['split by both', ({ ana, ben }) => (ana.caret('b', START), ana.press('Enter'), ben.caret('b', END + 1), ben.press('Enter')), '?: ship the beta'],
  ['a hard break in it', ({ ana }) => (ana.caret('b', START + 5), ana.editor.commands.setHardBreak()), '~b: ship \nthe beta'],
  ['joined to the block before', ({ ana }) => (ana.caret('b', 0), ana.press('Backspace')), 'a: ship the beta'],
  ['the next block joined to it', ({ ana }) => (ana.caret('c', 0), ana.press('Backspace'), ana.press('Backspace')), 'b: ship the beta'],
  [
    'indented and bold',
    ({ ana }) => (ana.caret('b'), ana.press('Tab'), ana.select(['b', START], ['b', END - 4]), ana.editor.commands.toggleMark('bold')),
    'b: ship the beta',
  ],
  ['duplicated', ({ ana }) => (ana.caret('b'), ana.press('Mod-d')), 'b: ship the beta'],
  [
    'a copy pasted above it',
    ({ ana }) => {
      ana.select(['b', 0], ['b', 100])
      const html = copied(ana)
      ana.caret('a', 0)
      ana.press('Enter')
      ana.caret('a', 0)
      ana.editor.view.pasteHTML(html, PASTE)
    },
    'b: ship the beta',
  ],
  ['the whole page deleted', ({ ana }) => (ana.editor.commands.selectAll(), ana.editor.commands.deleteSelection()), 'detached'],
  [
    'the whole page deleted and undone',
    ({ ana, ben }) => (ana.editor.commands.selectAll(), ana.editor.commands.deleteSelection(), meet(ana, ben), ana.press('Mod-z')),
    'b: ship the beta',
  ],
  ['restored as it was', ({ ana }) => rewrite(ana, (blocks) => blocks), 'b: ship the beta'],
  [
    'restored without ids',
    ({ ana }) => rewrite(ana, (blocks) => blocks.map((block, at) => ({ ...block, attrs: { id: `new-${at}`, kind: 'text' } }))),
    'new-1: ship the beta',
  ],
  ['restored to a time before it', ({ ana }) => rewrite(ana, (blocks) => blocks.filter((_, at) => at !== 1)), 'detached'],
  ['offline, both write around it', ({ ana, ben }) => (ana.caret('b', 0), ana.type('So '), ben.caret('b', END), ben.type('!')), 'b: ship the beta'],
  [
    'offline, one deletes it, the other writes in it',
    ({ ana, ben }) => (remove(ana, ['b', START], ['b', END]), ben.caret('b', START + 9), ben.type('new ')),
    '~b: new ',
  ],
  ['offline, both delete parts of it', ({ ana, ben }) => (remove(ana, ['b', START], ['b', START + 5]), remove(ben, ['b', END - 5], ['b', END])), '~b: the'],
]

test.for(DEEDS)('%s', ([, deed, expected]) => {
  const both = pair()
  const anchor = hang(both.ana, 'b', WORDS)
  deed(both)
  meet(both.ana, both.ben)
  // New blocks have ids nobody knows.
  const known = (said: string) => said.replaceAll(/[0-9a-f]{20}(?=:)/g, '?')
  expect(known(place(both.ana, anchor))).toBe(expected)
  expect(place(both.ben, anchor)).toBe(place(both.ana, anchor))
})

const TWICE: readonly (readonly [what: string, deed: Deed, place: string])[] = [
  ['the other one deleted', ({ ana }) => removeBlock(ana, 'a'), 'd: Fridays'],
  ['it deleted', ({ ana }) => remove(ana, ['d', 11], ['d', 18]), 'detached'],
  ['its block deleted', ({ ana }) => removeBlock(ana, 'd'), 'detached'],
  ['its block moved above the other', ({ ana }) => (ana.caret('d'), [1, 2, 3].forEach(() => ana.press('Alt-ArrowUp'))), 'd: Fridays'],
  ['the other moved below it', ({ ben }) => (ben.caret('a'), [1, 2, 3].forEach(() => ben.press('Alt-ArrowDown'))), 'd: Fridays'],
  ['both blocks deleted', ({ ana, ben }) => (removeBlock(ana, 'a'), removeBlock(ben, 'd')), 'detached'],
  ['its block deleted and undone', ({ ana }) => (removeBlock(ana, 'd'), ana.press('Mod-z')), 'd: Fridays'],
]

test.for(TWICE)('of the same words in two places: %s', ([, deed, expected]) => {
  const both = pair()
  const anchor = hang(both.ana, 'd', 'Fridays')
  deed(both)
  meet(both.ana, both.ben)
  expect([place(both.ana, anchor), place(both.ben, anchor)]).toEqual([expected, expected])
})
