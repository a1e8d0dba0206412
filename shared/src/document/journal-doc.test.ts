/** The list of pages, and what other programs may have left in it. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PageId } from '../ids.ts'
import { addPage, changePage, listPages, pagesOf } from './journal-doc.ts'

const page = (id: string) => id as PageId

test('a new page stands at the end, or where its order says', () => {
  const doc = new Y.Doc()
  addPage(doc, page('a'), { kind: 'agreement', title: 'Ours' })
  addPage(doc, page('b'), { kind: 'note', title: 'Later' })
  addPage(doc, page('between'), { kind: 'note', title: 'Between', order: 1.5 })
  expect(listPages(doc).map(({ id }) => id)).toEqual(['a', 'between', 'b'])
})

test('pages of one order stand by their ids, the same on every client', () => {
  const doc = new Y.Doc()
  for (const id of ['c', 'a', 'b']) addPage(doc, page(id), { kind: 'note', title: id, order: 1 })
  expect(listPages(doc).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('renaming by one and moving by the other both succeed', () => {
  const ana = new Y.Doc()
  addPage(ana, page('a'), { kind: 'note', title: 'Old' })
  const ben = new Y.Doc()
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
  changePage(ana, page('a'), { title: 'New' })
  changePage(ben, page('a'), { order: 7 })
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben))
  expect(listPages(ana)).toMatchObject([{ title: 'New', order: 7 }])
})

test('what is no page is left out, and a page of a newer program is shown as a note', () => {
  const doc = new Y.Doc()
  ;(pagesOf(doc) as Y.Map<unknown>).set('scalar', 5)
  pagesOf(doc).set(
    'newer',
    new Y.Map<unknown>([
      ['kind', 'retrospective'],
      ['title', 'Looking back'],
      ['day', 'someday'],
      ['mood', 'good'],
    ]),
  )
  expect(listPages(doc)).toMatchObject([{ id: 'newer', kind: 'note', title: 'Looking back', day: null, order: 0 }])
})

test('changing a page that is gone does nothing', () => {
  const doc = new Y.Doc()
  changePage(doc, page('gone'), { title: 'New' })
  expect(listPages(doc)).toEqual([])
})
