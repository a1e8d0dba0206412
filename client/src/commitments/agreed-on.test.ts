import type { Commitment } from '@tandem/shared/contracts/commitments.ts'
import { type BlockId, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { agreedOn } from './agreed-on.ts'

const PARTIES = ['ana', 'ben'].map((person, hue) => ({ person: person as PersonId, name: person, hue }))

function says(person: string, at: number, words: string, kind: Commitment['kind'] = 'given'): Commitment {
  return { commitment: newId() as RowId, block: 'b' as BlockId, kind, words, direction: 'us', by: null, person: person as PersonId, at }
}

const HISTORY = [
  says('ana', 1, 'two days'),
  says('ben', 2, 'two days'),
  says('ben', 5, 'three days'),
  says('ana', 8, 'three days'),
  says('ana', 9, 'three days', 'taken-back'),
]

const wordsAt = (end: number, rows = HISTORY) => agreedOn(new Map([['b', rows]]), { end, parties: PARTIES }).map(({ words }) => words)

test('nothing is agreed until both have said yes to the same words', () => {
  expect(wordsAt(2)).toEqual([])
  expect(wordsAt(3)).toEqual(['two days'])
})

test('an agreement stands until both agree to other words, or one takes theirs back', () => {
  expect(wordsAt(6)).toEqual(['two days'])
  expect(wordsAt(9)).toEqual(['three days'])
  expect(wordsAt(10)).toEqual([])
})

test('one alone agrees with nobody', () => {
  expect(agreedOn(new Map([['b', HISTORY]]), { end: 100, parties: PARTIES.slice(0, 1) })).toEqual([])
})
