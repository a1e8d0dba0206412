/** What is found, in which order, and how it is shown. */
import type { Block } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId, PageId, PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { findInJournal, type FindSource } from './find-in-journal.ts'
import { askedWords, markWords } from './fold-text.ts'
import { allRows, groupFound } from './found-rows.ts'

const FIRST = 'first' as PageId
const SECOND = 'second' as PageId
const OLD = 'old' as PageId

function line(id: string, text: string, kind = 'text'): Block {
  return { id: id as BlockId, node: 'entry', kind, indent: 0, text }
}

const BLOCKS: Readonly<Record<string, readonly Block[]>> = {
  [FIRST]: [line('a', 'Ask Sam about the on-call rota', 'action'), line('', 'Sam without an id')],
  [SECOND]: [line('b', 'Café with Sam'), line('c', 'Nothing of it')],
  [OLD]: [line('d', 'Sam, long ago')],
}

const SOURCE: FindSource = {
  pages: [
    { id: OLD, name: 'Old', isArchived: true },
    { id: FIRST, name: 'Our agreement', isArchived: false },
    { id: SECOND, name: 'Samples', isArchived: false },
  ],
  here: SECOND,
  people: [{ person: 'sam' as PersonId, name: 'Sam Lee', hue: 0 }],
  blocksOf: (page) => BLOCKS[page] ?? [],
  factsOf: ({ id }) => (id === 'a' ? '@Ana · Fri 15 May' : ''),
}

function ids(query: string): string[] {
  return findInJournal(query, SOURCE).pages.flatMap(({ blocks }) => blocks.map(({ id }) => id))
}

test('this page first, archived pages last, people and the names of pages as well', () => {
  const { people, pages, count } = findInJournal('sam', SOURCE)
  expect(pages.map(({ page, isNamed, blocks }) => [page.id, isNamed, blocks.map(({ id }) => id)])).toEqual([
    [SECOND, true, ['b']],
    [FIRST, false, ['a']],
    [OLD, false, ['d']],
  ])
  expect(people.map(({ name }) => name)).toEqual(['Sam Lee'])
  expect(count).toBe(5)
})

test('all words must be there, in whatever order; capitals and accents do not matter', () => {
  expect(ids('sam CAFE')).toEqual(['b'])
  expect(ids('sam rota cafe')).toEqual([])
})

test('an entry is found by what is known of it', () => {
  expect(ids('ana')).toEqual(['a'])
  expect(ids('sam fri')).toEqual(['a'])
})

test('nothing is found by nothing', () => {
  expect(findInJournal('  ', SOURCE).count).toBe(0)
})

test('more than anybody reads is counted and not shown', () => {
  const many = Array.from({ length: 100 }, (_, index) => line(`m${index}`, 'many'))
  const { count, more } = findInJournal('many', { ...SOURCE, blocksOf: (page) => (page === FIRST ? many : []) })
  expect([count, more]).toEqual([60, 40])
})

test('the rows are numbered through all groups, people last', () => {
  const groups = groupFound(findInJournal('sam', SOURCE))
  expect(groups.flatMap(({ rows }) => rows.map(({ index }) => index))).toEqual([0, 1, 2, 3, 4])
  expect(allRows(groups).map(({ kind }) => kind)).toEqual(['page', 'block', 'block', 'block', 'person'])
})

test('what was found is marked where it stands in the original', () => {
  expect(markWords('Ein Café, zwei Cafés', askedWords('cafe'))).toEqual([
    { text: 'Ein ', isFound: false },
    { text: 'Café', isFound: true },
    { text: ', zwei ', isFound: false },
    { text: 'Café', isFound: true },
    { text: 's', isFound: false },
  ])
})

test('of a long text the part with the first word is shown', () => {
  const text = `${'word '.repeat(40)}needle and more`
  const shown = markWords(text, ['needle'])
    .map((part) => part.text)
    .join('')
  expect(shown.startsWith('…word')).toBe(true)
  expect(shown.length).toBeLessThan(80)
  expect(markWords('no such thing', ['needle'])).toEqual([{ text: 'no such thing', isFound: false }])
})
