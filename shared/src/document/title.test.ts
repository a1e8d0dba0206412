/** Two people in one title: each one's letters stay. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PageId } from '../ids.ts'
import { addPage, changePage, listPages, pagesOf, renamePage } from './journal-doc.ts'
import { lineChange, placeAfter } from './title.ts'

const PAGE = 'page' as PageId
const titleIn = (doc: Y.Doc) => listPages(doc)[0]?.title

function twoPeople(title: string): { ana: Y.Doc; ben: Y.Doc } {
  const [ana, ben] = [new Y.Doc(), new Y.Doc()]
  addPage(ana, PAGE, { kind: 'note', title })
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
  return { ana, ben }
}

function meet(ana: Y.Doc, ben: Y.Doc): void {
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben))
  expect(titleIn(ana)).toBe(titleIn(ben))
}

test('who writes at its beginning and who writes at its end both succeed', () => {
  const { ana, ben } = twoPeople('first talk')
  renamePage(ana, PAGE, { before: 'first talk', after: 'Our first talk' })
  renamePage(ben, PAGE, { before: 'first talk', after: 'first talk in May' })
  meet(ana, ben)
  expect(titleIn(ana)).toBe('Our first talk in May')
})

test('what arrived while somebody was still typing stays', () => {
  const { ana, ben } = twoPeople('First talk')
  changePage(ben, PAGE, { title: 'The First talk' })
  meet(ana, ben)
  renamePage(ana, PAGE, { before: 'First talk', after: 'First long talk' })
  meet(ana, ben)
  expect(titleIn(ana)).toBe('The First long talk')
})

test('letters removed by both are gone once, and nothing beside them', () => {
  const { ana, ben } = twoPeople('Our very first talk')
  renamePage(ana, PAGE, { before: 'Our very first talk', after: 'Our first talk' })
  meet(ana, ben)
  renamePage(ben, PAGE, { before: 'Our very first talk', after: 'Our first talk' })
  meet(ana, ben)
  expect(titleIn(ana)).toBe('Our first talk')
})

test('a title another program wrote as a plain value is read and changed', () => {
  const { ana } = twoPeople('x')
  pagesOf(ana).get(PAGE)?.set('title', 'Plain')
  expect(titleIn(ana)).toBe('Plain')
  changePage(ana, PAGE, { title: 'Plain and simple' })
  expect(titleIn(ana)).toBe('Plain and simple')
})

test.each([
  { before: 'ab', after: 'axb', place: 2, now: 3 },
  { before: 'ab', after: 'axb', place: 0, now: 0 },
  { before: 'abc', after: 'a', place: 3, now: 1 },
  { before: 'abc', after: 'c', place: 1, now: 0 },
])('a caret at $place of "$before" is at $now of "$after"', ({ before, after, place, now }) => {
  expect(placeAfter(lineChange(before, after), place)).toBe(now)
})
