import type { PlanGoal } from '@tandem/shared/contracts/plans.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import { canBeAdded, comparePlan } from './compare-plan.ts'

const found = (text: string) => ({ text, note: '', day: null })
const kept = (text: string, block: string | null = null): PlanGoal => ({ ...found(text), block: block as BlockId | null })
const isThere = (block: string) => block !== 'gone'

const say = (candidates: ReturnType<typeof comparePlan>) => candidates.map(({ kind, goal }) => `${kind}: ${goal.text}`)

test('the first time everything is new', () => {
  expect(say(comparePlan([found('Delegate'), found('Speak')], [], isThere))).toEqual(['new: Delegate', 'new: Speak'])
})

test('the second time only what is new is new, in the order of the plan; what is no longer in it is kept', () => {
  const before = [kept('Delegate more', 'b1'), kept('Learn Rust'), kept('Speak at a conference', 'gone')]
  const now = [found('Write a book'), found('delegate MORE.'), found('Speak at a conference')]
  expect(say(comparePlan(now, before, isThere))).toEqual(['new: Write a book', 'here: delegate MORE.', 'aside: Speak at a conference', 'aside: Learn Rust'])
})

test('other words for a goal that is here are shown, and its block stays the one it is', () => {
  const [candidate] = comparePlan([found('Lead the billing migration to its end')], [kept('Lead the billing migration', 'b1')], isThere)
  expect(candidate).toMatchObject({ kind: 'reworded', goal: { block: 'b1' }, was: { text: 'Lead the billing migration' } })
  expect(candidate && canBeAdded(candidate, isThere)).toBe(false)
})

test('a goal that was deleted from the journal can be added again', () => {
  const [candidate] = comparePlan([found('Speak')], [kept('Speak', 'gone')], isThere)
  expect(candidate && canBeAdded(candidate, isThere)).toBe(true)
})
