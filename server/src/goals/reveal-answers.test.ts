import type { AnchorAnswer, AnchorQuestion, AnchorReply } from '@tandem/shared/contracts/mentorship-anchors.ts'
import { type BlockId, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { isAsked, revealAnswers } from './reveal-answers.ts'

const [ANA, BEN, EVE] = ['ana', 'ben', 'eve'] as unknown as readonly [PersonId, PersonId, PersonId]
const GOAL = 'goal' as BlockId
const pair = { mentor: BEN, mentee: ANA }

function says(person: PersonId, question: AnchorQuestion, reply: AnchorReply = 'yes'): AnchorAnswer {
  return { answer: newId() as RowId, block: GOAL, question, reply, person, at: 1 }
}

const HALF = [says(ANA, 'wants'), says(BEN, 'willing')]

test('until both have given all of theirs, each sees only their own', () => {
  expect(revealAnswers(HALF, { pair, reader: ANA })).toEqual({ answers: [HALF[0]], given: [{ block: GOAL, person: ANA }] })
  expect(revealAnswers(HALF, { pair, reader: BEN }).answers).toEqual([HALF[1]])
  expect(revealAnswers(HALF, { pair, reader: EVE }).answers).toEqual([])
})

test('then everybody sees them, and what is said later too', () => {
  const all = [...HALF, says(BEN, 'able', 'no'), says(ANA, 'wants', 'not-sure')]
  for (const reader of [ANA, BEN, EVE]) expect(revealAnswers(all, { pair, reader }).answers).toEqual(all)
})

test('the answers of a mentor who has left open nothing for the next one', () => {
  const all = [...HALF, says(BEN, 'able')]
  expect(revealAnswers(all, { pair: { mentor: EVE, mentee: ANA }, reader: EVE }).answers).toEqual([])
  expect(revealAnswers(all, { pair: { mentee: ANA }, reader: ANA }).answers).toEqual([all[0]])
})

test('the mentee is asked what they want, the mentor what they are willing and able to do, a third seat nothing', () => {
  expect([isAsked('mentee', 'wants'), isAsked('mentor', 'willing'), isAsked('mentor', 'able')]).toEqual([true, true, true])
  expect([isAsked('mentor', 'wants'), isAsked('mentee', 'able'), isAsked('third', 'wants')]).toEqual([false, false, false])
})
