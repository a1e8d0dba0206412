import type { Acceptance } from '@tandem/shared/contracts/acceptances.ts'
import { type BlockId, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { acceptanceStanding } from './acceptance-standing.ts'

const GIVEN = { owner: 'ben', givenBy: 'ana' }

function says(person: string, kind: Acceptance['kind']): Acceptance {
  return { acceptance: newId() as RowId, block: 'b' as BlockId, person: person as PersonId, kind, words: 'Ask Sam', why: '', at: 1 }
}

const kindOf = (facts: object, rows: readonly Acceptance[] = []) => acceptanceStanding({ ...facts }, rows).kind

test('what somebody else gave is proposed until its owner says yes or no', () => {
  expect(kindOf(GIVEN)).toBe('proposed')
  expect(kindOf(GIVEN, [says('ben', 'accepted')])).toBe('accepted')
  expect(kindOf(GIVEN, [says('ben', 'accepted'), says('ben', 'declined')])).toBe('declined')
})

test('nobody accepts for another', () => {
  expect(kindOf(GIVEN, [says('ana', 'accepted')])).toBe('proposed')
})

test.for([{}, { owner: 'ben' }, { owner: 'ben', givenBy: 'ben' }, { givenBy: 'ana' }, { ...GIVEN, end: 'done' }])('%o needs no yes', (facts) => {
  expect(kindOf(facts)).toBe('own')
})

test('given on to somebody else, it is proposed to them', () => {
  expect(kindOf({ owner: 'eve', givenBy: 'ben' }, [says('ben', 'accepted')])).toBe('proposed')
})
