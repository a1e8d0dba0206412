import type { Commitment } from '@tandem/shared/contracts/commitments.ts'
import { type BlockId, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { type Party, standingOf, wordingOf } from './commitment-standing.ts'

const ANA: Party = { person: 'ana' as PersonId, name: 'Ana', hue: 0 }
const BEN: Party = { person: 'ben' as PersonId, name: 'Ben', hue: 1 }
const NOW = wordingOf({ text: 'Ana drives the agenda.', facts: { direction: 'you', by: 'ben' } })

function given({ person }: Party, change: Partial<Commitment> = {}): Commitment {
  return { commitment: newId() as RowId, block: 'b' as BlockId, kind: 'given', person, at: 1, ...NOW, ...change }
}

const yesOf = (commitments: readonly Commitment[]) => standingOf(commitments, NOW, [ANA, BEN]).map(({ yes }) => yes)

test('each is committed to the words they said yes to, and to none by the other’s yes', () => {
  expect(yesOf([])).toEqual(['open', 'open'])
  expect(yesOf([given(ANA)])).toEqual(['committed', 'open'])
  expect(yesOf([given(ANA), given(BEN)])).toEqual(['committed', 'committed'])
})

test.for([{ words: 'Ana drives it.' }, { direction: 'us' }, { by: 'ana' as PersonId }] as const)('a yes to %o has lapsed', (change) => {
  expect(yesOf([given(ANA, change), given(BEN)])).toEqual(['lapsed', 'committed'])
})

test('how it is set in lines changes no yes', () => {
  expect(yesOf([given(ANA, { words: ' Ana drives\nthe  agenda. ' })])).toEqual(['committed', 'open'])
})

test('a person’s latest word counts', () => {
  expect(yesOf([given(ANA), given(ANA, { kind: 'taken-back' })])).toEqual(['open', 'open'])
  expect(yesOf([given(ANA, { words: 'old' }), given(ANA)])).toEqual(['committed', 'open'])
})
