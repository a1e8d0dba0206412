import type { AnchorAnswer, AnchorQuestion, AnchorReply } from '@tandem/shared/contracts/mentorship-anchors.ts'
import { type BlockId, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { type AnchorPerson, anchorStanding } from './anchor-standing.ts'

const ANA: AnchorPerson = { person: 'ana' as PersonId, name: 'Ana', seat: 'mentee' }
const BEN: AnchorPerson = { person: 'ben' as PersonId, name: 'Ben', seat: 'mentor' }

function says({ person }: AnchorPerson, question: AnchorQuestion, reply: AnchorReply = 'yes'): AnchorAnswer {
  return { answer: newId() as RowId, block: 'g' as BlockId, question, reply, person, at: 1 }
}

const ALL = [says(ANA, 'wants'), says(BEN, 'willing'), says(BEN, 'able')]

test('three times yes is an anchor, and one doubt is none', () => {
  expect(anchorStanding(ALL, new Set(), [ANA, BEN])).toMatchObject({ kind: 'open', isAnchor: true })
  expect(anchorStanding([...ALL, says(BEN, 'able', 'not-sure')], new Set(), [ANA, BEN])).toMatchObject({ kind: 'open', isAnchor: false })
})

test('while the other’s answers are hidden, it is said that they have given them', () => {
  const standing = anchorStanding([ALL[0] as AnchorAnswer], new Set(['ben']), [ANA, BEN])
  expect(standing).toMatchObject({ kind: 'hidden', answered: [ANA, BEN] })
})

test('a journal of one has nothing to ask', () => {
  expect(anchorStanding([], new Set(), [BEN])).toBeUndefined()
})
