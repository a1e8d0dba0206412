import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { Day, PageId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { findShownPage, groupPages, moveTo } from './page-groups.ts'

function page(id: string, fields: Partial<ListedPage> = {}): ListedPage {
  return { id: id as PageId, kind: 'note', title: id, day: null, order: 1, startedAt: null, endedAt: null, archivedAt: null, ...fields }
}

function after(pages: readonly ListedPage[], id: string, index: number): string {
  const orders = new Map(moveTo(pages, id as PageId, index).map((change) => [change.id, change.order]))
  return pages
    .map((each) => ({ ...each, order: orders.get(each.id) ?? each.order }))
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((each) => each.id)
    .join('')
}

test('meetings stand by date, the latest first, and archived pages apart', () => {
  const groups = groupPages([
    page('a', { kind: 'agreement' }),
    page('b', { kind: 'meeting', day: '2026-05-04' as Day }),
    page('c', { kind: 'meeting', day: '2026-05-18' as Day }),
    page('d', { kind: 'meeting' }),
    page('e', { archivedAt: 5 }),
  ])
  expect(groups.meeting.map((each) => each.id)).toEqual(['c', 'b', 'd'])
  expect(groups.archived.map((each) => each.id)).toEqual(['e'])
  expect(groups.note).toEqual([])
})

test('an address without a page, or with a page that is gone, shows the agreement', () => {
  const pages = [page('n'), page('a', { kind: 'agreement' })]
  expect(findShownPage(pages, undefined)?.id).toBe('a')
  expect(findShownPage(pages, 'gone')?.id).toBe('a')
  expect(findShownPage(pages, 'n')?.id).toBe('n')
  expect(findShownPage([], 'n')).toBeUndefined()
})

test('a page moves between two others with one write', () => {
  const pages = [page('a', { order: 1 }), page('b', { order: 2 }), page('c', { order: 3 })]
  expect(moveTo(pages, 'c' as PageId, 1)).toHaveLength(1)
  expect(after(pages, 'c', 1)).toBe('acb')
  expect(after(pages, 'a', 2)).toBe('bca')
  expect(after(pages, 'b', 0)).toBe('bac')
  expect(moveTo(pages, 'b' as PageId, 1)).toEqual([])
})

test('pages that share an order are all numbered anew', () => {
  const pages = [page('a'), page('b'), page('c')]
  expect(after(pages, 'c', 1)).toBe('acb')
})
