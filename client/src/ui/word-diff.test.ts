import { expect, test } from 'vitest'
import { type DiffPart, wordDiff } from './word-diff.ts'

const textOf = (parts: readonly DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('a changed word is shown as what went and what came', () => {
  expect(wordDiff('Ben answers within two days.', 'Ben answers within three days.')).toEqual([
    { kind: 'same', text: 'Ben answers within ' },
    { kind: 'removed', text: 'two' },
    { kind: 'added', text: 'three' },
    { kind: 'same', text: ' days.' },
  ])
})

test('words changed side by side are one change', () => {
  expect(wordDiff('before the long meeting', 'before our short meeting').filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'the long' },
    { kind: 'added', text: 'our short' },
  ])
})

test.for([
  ['', 'all new'],
  ['all gone', ''],
  ['same', 'same'],
  ['a, b; c', 'a b c!'],
  ['Grüße aus Köln', 'Grüße nach Köln und Bonn'],
  ['x '.repeat(1000), 'y '.repeat(1000)],
  ['one two three four', 'four three two one'],
] as const)('nothing of either wording is lost: %s → %s', ([before, after]) => {
  const parts = wordDiff(before, after)
  expect(textOf(parts, 'added')).toBe(before)
  expect(textOf(parts, 'removed')).toBe(after)
})
