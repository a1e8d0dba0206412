// @vitest-environment jsdom
/** Whatever two people do to the words a thread hangs on: it hangs on the right words, or it is detached. Never on wrong ones. */
import { type Anchor, BREAK } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnBlock, anchorOnWords, renewAnchor } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import { addPage, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { BlockId, PageId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { turnInto } from '../blocks/turn-into.ts'
import { findBlockById } from '../blocks/page-blocks.ts'
import { hang, place } from '../testing/hang.ts'
import { type Line, meet, PAGE, twoWriters, type Writer } from '../testing/people-at-a-page.ts'

const WORDS = 'ship the beta'
const LINES: readonly Line[] = [
  { id: 'a', text: 'We meet on Fridays in the café.' },
  { id: 'b', text: `Ana should ${WORDS} by Friday and tell Ben.` },
  { id: 'c', kind: 'action', text: 'Draft the RFC' },
  { id: 'd', text: 'We meet on Fridays in the café.' },
]

interface Pair {
  readonly ana: Writer
  readonly ben: Writer
}

let open: Writer[] = []
afterEach(() => {
  for (const writer of open) writer.destroy()
  open = []
})

function pair(lines: readonly Line[] = LINES): Pair {
  const scene = twoWriters(lines)
  open.push(scene.ana, scene.ben)
  return scene
}

const PASTE = new Event('paste') as ClipboardEvent
const START = 'Ana should '.length
const END = START + WORDS.length

function copied({ editor }: Writer): string {
  return editor.view.serializeForClipboard(editor.state.selection.content()).dom.innerHTML
}

function remove(writer: Writer, from: readonly [string, number], to: readonly [string, number]): void {
  writer.select(from, to)
  writer.editor.commands.deleteSelection()
}

function removeBlock({ editor }: Writer, id: string): void {
  const block = findBlockById(editor.state.doc, id)
  if (block) editor.view.dispatch(editor.state.tr.delete(block.pos, block.pos + block.node.nodeSize))
}

function cutBlock(writer: Writer, id: string): string {
  const length = writer.blocks().find((block) => block.id === id)?.text.length ?? 0
  writer.select([id, 0], [id, length])
  const html = copied(writer)
  removeBlock(writer, id)
  return html
}

/** A line of its own at the end of the page, with the caret in it. */
function lineAtEnd(writer: Writer): void {
  writer.caret('d', 100)
  writer.press('Enter')
}

/** As a restore does: the blocks as they were, written anew. */
function rewrite({ doc, editor }: Writer, change: (json: Record<string, unknown>[]) => Record<string, unknown>[]): void {
  const blocks = (editor.getJSON().content ?? []) as Record<string, unknown>[]
  doc.transact(() => {
    const fragment = pageFragment(doc, PAGE)
    const now = change(blocks)
    fragment.delete(0, fragment.length)
    fragment.insert(
      0,
      now.map((block) => {
        const element = new Y.XmlElement(String(block['type']))
        for (const [name, value] of Object.entries(block['attrs'] as Record<string, string | number | null>))
          if (value !== null) element.setAttribute(name, String(value))
        element.insert(0, [new Y.XmlText(((block['content'] ?? []) as { text: string }[]).map(({ text }) => text).join(''))])
        return element
      }),
    )
  })
}

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
    'cut and pasted into another block, ten seconds later',
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

test('the second of two equal words in one block is not taken for the first', () => {
  const both = pair([{ id: 'a', text: 'the plan is the best' }])
  const anchor = hang(both.ana, 'a', 'the')
  remove(both.ana, ['a', 12], ['a', 15])
  meet(both.ana, both.ben)
  expect([place(both.ana, anchor), place(both.ben, anchor)]).toEqual(['detached', 'detached'])
})

test('words almost the same beside deleted ones are not taken for them', () => {
  const both = pair([{ id: 'a', text: 'phase 1, phase 2' }])
  const anchor = hang(both.ana, 'a', 'phase 1')
  remove(both.ana, ['a', 0], ['a', 9])
  expect(place(both.ana, anchor)).toBe('detached')
})

test.for([
  ['an emoji of several characters', 'Ship 👩‍👩‍👧‍👦 it 🚀 now', '👩‍👩‍👧‍👦 it 🚀'],
  ['right-to-left words', 'שלום עולם, אנחנו נפגשים ביום שישי', 'אנחנו נפגשים'],
  ['mixed directions', 'Tell بن that مرحبا بالعالم is fine', 'مرحبا بالعالم'],
  ['combining letters', 'Wir üben Übungen', 'Übungen'],
] as const)('%s are found after a move, edits before them and an undone deletion', ([, text, words]) => {
  const both = pair([
    { id: 'a', text: 'First' },
    { id: 'b', text: `👩‍🚀${text}` },
  ])
  const anchor = hang(both.ana, 'b', words)
  both.ana.caret('b')
  both.ana.press('Alt-ArrowUp')
  both.ben.caret('b', 0)
  both.ben.type('🎉 ')
  meet(both.ana, both.ben)
  removeBlock(both.ben, 'b')
  meet(both.ana, both.ben)
  expect(place(both.ana, anchor)).toBe('detached')
  both.ben.press('Mod-z')
  meet(both.ana, both.ben)
  expect([place(both.ana, anchor), place(both.ben, anchor)]).toEqual([`b: ${words}`, `b: ${words}`])
})

test('what is remembered of words with emoji is whole characters, as the server keeps them', () => {
  const { ana } = pair([{ id: 'a', text: `${'👩'.repeat(30)}here${'🚀'.repeat(30)}x` }])
  const anchor = hang(ana, 'a', 'here') as Extract<Anchor, { kind: 'range' }>
  expect([anchor.quote.prefix.isWellFormed(), anchor.quote.suffix.isWellFormed()]).toEqual([true, true])
  expect(place(ana, anchor)).toBe('a: here')
})

function hangOverBlocks(writer: Writer): Anchor {
  const pieces = [
    { block: 'b' as BlockId, from: START, to: 100 },
    { block: 'c' as BlockId, from: 0, to: 5 },
  ]
  const anchor = anchorOnWords(journalTextOf(writer.doc), PAGE, pieces)
  if (!anchor) throw new Error('There are no words')
  return anchor
}

test('words over two blocks stay one thread when the blocks part, join and move', () => {
  const both = pair()
  const anchor = hangOverBlocks(both.ana)
  expect(anchor).toMatchObject({ quote: { words: `ship the beta by Friday and tell Ben.${BREAK}Draft` } })
  expect(place(both.ana, anchor)).toBe('b: ship the beta by Friday and tell Ben. | c: Draft')
  both.ben.caret('c', 0)
  both.ben.press('Backspace')
  both.ben.press('Backspace')
  meet(both.ana, both.ben)
  expect([place(both.ana, anchor), place(both.ben, anchor)]).toEqual(Array(2).fill('b: ship the beta by Friday and tell Ben.Draft'))
})

test('a thread on a block goes where the block goes, and its words are told as changed', () => {
  const both = pair()
  const anchor = anchorOnBlock(journalTextOf(both.ana.doc), 'b' as BlockId) as Anchor
  expect(place(both.ana, anchor)).toMatch(/^b: Ana should/)
  both.ana.caret('b')
  both.ana.press('Alt-ArrowUp')
  both.ana.caret('b', 0)
  both.ana.type('Now ')
  meet(both.ana, both.ben)
  expect(place(both.ben, anchor)).toMatch(/^~b: Now Ana should/)
  removeBlock(both.ben, 'b')
  expect(place(both.ben, anchor)).toBe('detached')
  both.ben.press('Mod-z')
  expect(place(both.ben, anchor)).toMatch(/^~b: Now Ana/)
})

test('a thread on a fact hangs on its block; one on a page on the page', () => {
  const { ana } = pair()
  const fact = anchorOnBlock(journalTextOf(ana.doc), 'c' as BlockId, 'due') as Anchor
  expect(place(ana, fact)).toBe('c: Draft the RFC')
  expect(place(ana, { kind: 'page', page: PAGE })).toBe('')
  expect(place(ana, { kind: 'page', page: 'nowhere' as PageId })).toBe('detached')
})

test('a block that goes to another page takes its threads along', () => {
  const { ana } = pair()
  const anchor = hang(ana, 'b', WORDS)
  const other = 'other' as PageId
  addPage(ana.doc, other, { kind: 'note', title: 'Other' })
  const html = cutBlock(ana, 'b')
  expect(place(ana, anchor)).toBe('detached')
  expect(html).toContain(WORDS)
  const element = new Y.XmlElement('entry')
  element.setAttribute('id', 'b')
  element.insert(0, [new Y.XmlText(`Ana should ${WORDS}.`)])
  pageFragment(ana.doc, other).insert(0, [element])
  expect(resolveAnchor(journalTextOf(ana.doc), anchor)).toMatchObject({ kind: 'attached', page: other, pieces: [{ block: 'b', from: START, to: END }] })
})

function renewed({ doc }: Writer, anchor: Anchor): Anchor | undefined {
  const journal = journalTextOf(doc)
  return renewAnchor(journal, anchor, resolveAnchor(journal, anchor))
}

test('an anchor that was renewed survives what the old one would not, and knows the words of the beginning', () => {
  const both = pair()
  const anchor = hang(both.ana, 'b', WORDS)
  expect(renewed(both.ana, anchor)).toBeUndefined()
  both.ana.caret('b', START + 9)
  both.ana.type('new ')
  const healed = renewed(both.ana, anchor) as Anchor
  expect(healed).toMatchObject({ quote: { words: 'ship the new beta' }, first: { words: WORDS } })
  both.ana.caret('b', END + 4)
  both.ana.type(' and more')
  both.ana.caret('b')
  both.ana.press('Alt-ArrowUp')
  meet(both.ana, both.ben)
  expect([place(both.ana, healed), place(both.ben, healed)]).toEqual(Array(2).fill('~b: ship the new beta'))
})

test('words that are nearly deleted are not remembered in place of the whole, which may come back', () => {
  const { ana, ben } = pair()
  const anchor = hang(ana, 'b', WORDS)
  remove(ana, ['b', START + 1], ['b', END])
  expect(renewed(ana, anchor)).toBeUndefined()
  remove(ana, ['b', START], ['b', START + 1])
  expect([place(ana, anchor), renewed(ana, anchor)]).toEqual(['detached', undefined])
  ana.press('Mod-z')
  meet(ana, ben)
  expect(place(ben, anchor)).toBe('b: ship the beta')
})
