/** The little Markdown of comments: what it makes of words, and what it leaves as words. */
import { expect, test } from 'vitest'
import { safeHref } from './safe-href.ts'
import { readLightMarkdown, wordsOfMarkdown } from './light-markdown.ts'

const read = (words: string) => readLightMarkdown(words, safeHref)

test('bold, italic, code and links, named and bare', () => {
  expect(read('A **firm** and _soft_ `x = 1` [agenda](https://example.org/a) https://example.org/b.')).toEqual([
    { kind: 'text', text: 'A ' },
    { kind: 'bold', text: 'firm' },
    { kind: 'text', text: ' and ' },
    { kind: 'italic', text: 'soft' },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'x = 1' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'agenda', href: 'https://example.org/a' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'https://example.org/b', href: 'https://example.org/b' },
    { kind: 'text', text: '.' },
  ])
})

test.for(['2 * 3 * 4', 'snake_case_name', '** not bold **', 'a ` b', '[x](javascript:alert(1))', '[x](data:text/html,1)', '<b onclick=x>', '[x](//evil)'])(
  '%s stays words',
  (words) => {
    expect(read(words).filter(({ kind }) => kind !== 'text')).toEqual([])
    expect(
      read(words)
        .map(({ text }) => text)
        .join(''),
    ).toBe(words)
  },
)

test('quoted in a line it is words alone', () => {
  expect(wordsOfMarkdown('Could we try **forty** minutes? See [the plan](https://example.org/a) and 2 * 3')).toBe(
    'Could we try forty minutes? See the plan and 2 * 3',
  )
})
