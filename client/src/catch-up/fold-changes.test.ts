import type { Change, SaidRow } from '@tandem/shared/contracts/changes.ts'
import type { BlockId, PageId, PersonId, RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { foldChanges, inReadingOrder } from './fold-changes.ts'

const [ANA, BEN] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId]
const page = 'p' as PageId

let seq = 0

function change(target: string, author: PersonId, more: Partial<Change> = {}): Change {
  seq += 1
  return { seq, at: seq, author, target, page, kind: 'text', what: 'words', field: '', was: 'a', became: 'b', place: null, isTrivial: false, ...more }
}

test('one item for a block, however often it was changed; my own are no news', () => {
  const { items } = foldChanges([change('a', BEN), change('a', ANA), change('a', BEN), change('b', ANA)], ANA)
  expect(items).toMatchObject([{ target: 'a', authors: [BEN], isNew: false, isGone: false }])
  expect(items[0]?.changes).toHaveLength(3)
})

function row(block: string | null, more: Partial<SaidRow> = {}): SaidRow {
  seq += 1
  return { row: `r${seq}` as RowId, at: seq, author: BEN, page, block: block as BlockId | null, what: 'commented', value: null, words: 'Yes', ...more }
}

test('what others said is one with the changes of its block, and an item where nothing else changed', () => {
  const { items, trivial } = foldChanges([change('a', BEN), change('t', BEN, { isTrivial: true }), change('t2', BEN, { isTrivial: true })], ANA, [
    row('a', { what: 'committed', author: 'cleo' as PersonId }),
    row('t'),
    row('b'),
    row(null),
  ])
  expect(items.map(({ target, authors, isPage, rows }) => [target, authors.length, isPage, rows.length])).toEqual([
    ['a', 2, false, 1],
    ['t', 1, false, 1],
    ['b', 1, false, 1],
    [page, 1, true, 1],
  ])
  expect([items[0]?.at, trivial]).toEqual([items[0]?.rows[0]?.at, 1])
  expect(inReadingOrder(items, { pages: [page], blocksOf: () => ['b', 'a', 't'] }).map(({ target }) => target)).toEqual([page, 'b', 'a', 't'])
})

test('blocks in which only trivial things changed are counted aside', () => {
  const trivial = { isTrivial: true }
  const { items, trivial: count } = foldChanges([change('a', BEN, trivial), change('b', BEN, trivial), change('b', BEN)], ANA)
  expect([items.map(({ target }) => target), count]).toEqual([['b'], 1])
})

test('what others added is new; what they removed is gone, unless it came back', () => {
  const { items } = foldChanges(
    [
      change('new', BEN, { what: 'added' }),
      change('gone', BEN, { what: 'removed' }),
      change('back', BEN, { what: 'removed' }),
      change('back', BEN, { what: 'added' }),
    ],
    ANA,
  )
  expect(items).toMatchObject([
    { target: 'new', isNew: true, isGone: false },
    { target: 'gone', isNew: false, isGone: true },
    { target: 'back', isNew: false, isGone: false },
  ])
})

test('they are stepped through as one reads: page by page, what is gone where it stood', () => {
  const other = 'q' as PageId
  const { items } = foldChanges(
    [change('late', BEN, { page: other }), change('two', BEN), change('gone', BEN, { what: 'removed', place: 'one' as BlockId }), change('one', BEN)],
    ANA,
  )
  const blocksOf = (id: PageId) => (id === page ? ['one', 'two'] : ['late'])
  expect(inReadingOrder(items, { pages: [page, other], blocksOf }).map(({ target }) => target)).toEqual(['one', 'gone', 'two', 'late'])
})

test('two thousand changes are folded and ordered at once', () => {
  const many = Array.from({ length: 2000 }, (_, index) => change(`b${index}`, BEN))
  const blocksOf = () => many.map(({ target }) => target)
  const started = performance.now()
  expect(inReadingOrder(foldChanges(many, ANA).items, { pages: [page], blocksOf })).toHaveLength(2000)
  expect(performance.now() - started).toBeLessThan(500)
})
