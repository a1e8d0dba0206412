import { expect, test } from 'vitest'
import type { PersonId } from '../ids.ts'
import { normalisedWords, type Wording, wordingHash } from './wording.ts'

const wording: Wording = { words: 'Ana drives the agenda.', direction: 'you', by: 'ben' as PersonId }

test('two wordings that read the same have the same sign', () => {
  expect(wordingHash({ ...wording, words: '  Ana drives\u00a0the\n agenda. ' })).toBe(wordingHash(wording))
  expect(normalisedWords('Cafe\u0301')).toBe(normalisedWords('Caf\u00e9'))
})

test.for([{ words: 'Ana drives the agenda' }, { direction: 'us' }, { by: 'ana' as PersonId }, { direction: null }] as const)(
  'a wording that says something else has another: %o',
  (change) => {
    expect(wordingHash({ ...wording, ...change })).not.toBe(wordingHash(wording))
  },
)

test('the sign is what SHA-256 says', () => {
  expect(wordingHash({ words: 'x', direction: null, by: null })).toBe('2d4732a7f4f9671c13678e7f05528e6dad1a412e01dcd935cbb136c150180142')
})
