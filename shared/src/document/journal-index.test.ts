/** What a view sees of a journal while it changes. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newBlockId, newId, type BlockId, type PageId } from '../ids.ts'
import { writeFacts } from './facts.ts'
import { addPage, changePage, pageFragment } from './journal-doc.ts'
import { createJournalIndex } from './journal-index.ts'

function newPage(doc: Y.Doc, title: string): PageId {
  const id = newId() as PageId
  addPage(doc, id, { kind: 'note', title })
  return id
}

function write(doc: Y.Doc, page: PageId, { kind, text }: { readonly kind: string; readonly text: string }): { id: BlockId; element: Y.XmlElement } {
  const element = new Y.XmlElement('entry')
  const id = newBlockId()
  element.setAttribute('id', id)
  element.setAttribute('kind', kind)
  element.insert(0, [new Y.XmlText(text)])
  pageFragment(doc, page).push([element])
  return { id, element }
}

function wordsOf(element: Y.XmlElement): Y.XmlText {
  const [words] = element.toArray()
  if (!(words instanceof Y.XmlText)) throw new Error('The block has no words.')
  return words
}

function scene() {
  const doc = new Y.Doc()
  const page = newPage(doc, 'First')
  return { doc, page, index: createJournalIndex(doc) }
}

test('gathers structured blocks of all pages in order, with their facts', () => {
  const { doc, page, index } = scene()
  const other = newPage(doc, 'Second')
  const late = write(doc, other, { kind: 'goal', text: 'Lead' })
  write(doc, page, { kind: 'text', text: 'just words' })
  const first = write(doc, page, { kind: 'action', text: 'Draft' })
  writeFacts(doc, first.id, { due: '2026-05-12' })
  expect(index.gathered()).toEqual([
    { id: first.id, kind: 'action', text: 'Draft', facts: { due: '2026-05-12' }, page },
    { id: late.id, kind: 'goal', text: 'Lead', facts: {}, page: other },
  ])
})

test('leaves out what nobody has written yet and what stands on an archived page', () => {
  const { doc, page, index } = scene()
  write(doc, page, { kind: 'action', text: '  ' })
  const other = newPage(doc, 'Old')
  write(doc, other, { kind: 'action', text: 'Old promise' })
  changePage(doc, other, { archivedAt: 1 })
  expect(index.gathered()).toEqual([])
})

test('words, kinds, facts and removals are seen at once, and everything else keeps its object', () => {
  const { doc, page, index } = scene()
  const kept = write(doc, page, { kind: 'goal', text: 'Stay' })
  const turned = write(doc, page, { kind: 'text', text: 'Call Sam' })
  const before = index.gathered()
  turned.element.setAttribute('kind', 'action')
  wordsOf(turned.element).insert(8, ' today')
  expect(index.gathered().map(({ text }) => text)).toEqual(['Stay', 'Call Sam today'])
  expect(index.gathered()[0]).toBe(before[0])
  writeFacts(doc, turned.id, { end: 'done' })
  expect(index.gathered()[1]?.facts).toEqual({ end: 'done' })
  pageFragment(doc, page).delete(1, 1)
  expect(index.gathered().map(({ id }) => id)).toEqual([kept.id])
})

test('typing into a plain line tells nobody; typing into a goal does', () => {
  const { doc, page, index } = scene()
  const line = write(doc, page, { kind: 'text', text: '' })
  const goal = write(doc, page, { kind: 'goal', text: 'L' })
  const array = index.gathered()
  let told = 0
  index.onChange(() => {
    told += 1
  })
  wordsOf(line.element).insert(0, 'abc')
  expect(told).toBe(0)
  expect(index.gathered()).toBe(array)
  wordsOf(goal.element).insert(1, 'ead')
  expect(told).toBe(1)
  expect(index.gathered()[0]?.text).toBe('Lead')
})

test('what arrives from another copy, with pages unknown until then, is gathered', () => {
  const far = scene()
  write(far.doc, far.page, { kind: 'topic', text: 'How to disagree' })
  const doc = new Y.Doc()
  const index = createJournalIndex(doc)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(far.doc))
  expect(index.gathered().map(({ text }) => text)).toEqual(['How to disagree'])
  write(far.doc, far.page, { kind: 'topic', text: 'Second' })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(far.doc))
  expect(index.gathered().map(({ text }) => text)).toEqual(['How to disagree', 'Second'])
})

test('a block is found on the page it was moved to, and not once it is gone', () => {
  const { doc, page, index } = scene()
  const other = newPage(doc, 'Second')
  const { id } = write(doc, page, { kind: 'text', text: 'A line' })
  expect(index.findPageOf(id)).toBe(page)
  doc.transact(() => {
    const [element] = pageFragment(doc, page).toArray()
    if (element instanceof Y.XmlElement) pageFragment(doc, other).push([element.clone()])
    pageFragment(doc, page).delete(0, 1)
  })
  expect(index.findPageOf(id)).toBe(other)
  pageFragment(doc, other).delete(0, 1)
  expect(index.findPageOf(id)).toBeUndefined()
})

test('a block that stands twice until its repair is one', () => {
  const { doc, page, index } = scene()
  const { element } = write(doc, page, { kind: 'action', text: 'Once' })
  pageFragment(doc, page).push([element.clone()])
  expect(index.gathered()).toHaveLength(1)
})

test('the words of a page follow every change, plain lines too', () => {
  const { doc, page, index } = scene()
  const { element } = write(doc, page, { kind: 'text', text: 'one' })
  expect(index.blocksOf(page).map(({ text }) => text)).toEqual(['one'])
  wordsOf(element).insert(3, ' two')
  expect(index.blocksOf(page).map(({ text }) => text)).toEqual(['one two'])
  expect(index.blocksOf('nowhere' as PageId)).toEqual([])
})
