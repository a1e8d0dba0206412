// @vitest-environment jsdom
/** Anchors where it is hard: equal words, other scripts, several blocks, other pages; and how they are renewed. */
import { type Anchor, BREAK, type RangeAnchor } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnBlock, anchorOnWords, renewAnchor } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import { addPage, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { BlockId, PageId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { closeAll, cutBlock, END, pair, remove, removeBlock, START, WORDS } from '../testing/edit-words.ts'
import { hang, place } from '../testing/hang.ts'
import { meet, PAGE, type Writer } from '../testing/people-at-a-page.ts'

afterEach(closeAll)

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

test('a position whose clock is no number is no position, and the words are found without it', () => {
  const { ana } = pair()
  const anchor = hang(ana, 'b', WORDS) as RangeAnchor
  // The client id as it is, and then a clock with so many bytes that Yjs reads NaN.
  const known = Uint8Array.from(atob(anchor.start), (letter) => letter.charCodeAt(0))
  const client = known.slice(0, known.findIndex((byte, at) => at > 0 && byte < 128) + 1)
  const bytes = Uint8Array.of(...client, ...new Uint8Array(148).fill(0x80), 0)
  const endless = btoa(String.fromCharCode(...bytes))
  expect(Y.decodeRelativePosition(bytes).item?.clock).toBeNaN()
  expect(place(ana, { ...anchor, start: endless, end: endless })).toBe(`b: ${WORDS}`)
})

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
