/** Who is named in a comment. */
import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { cutAtMentions, findMentions, namingAt } from './mentions-in-words.ts'

const people = ['Ana', 'Ana Lopez', 'Björn'].map((name) => ({ person: name as PersonId, name }))

test.for([
  ['@Ana, look', ['Ana']],
  ['look @ana lopez and @björn', ['Ana Lopez', 'Björn']],
  ['@Anastasia', []],
  ['ana@example.org', []],
  ['@Ana @Ana', ['Ana']],
] as const)('%s names %o', ([words, named]) => {
  expect(findMentions(words, people)).toEqual(named)
})

test('words are cut at mentions and lose nothing', () => {
  expect(cutAtMentions('Hi @Ana Lopez!', people)).toEqual([
    { text: 'Hi ', person: undefined },
    { text: '@Ana Lopez', person: 'Ana Lopez' },
    { text: '!', person: undefined },
  ])
})

test('a name is offered while it is typed, and not in an address', () => {
  expect(namingAt('Hi @An', 6)).toEqual({ at: 3, query: 'An' })
  expect(namingAt('ben@an', 6)).toBeUndefined()
})
