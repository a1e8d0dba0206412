/** What an imported plan says that is new, against what was kept of it before. Words that are in the journal are never touched. Pure. */
import type { PlanGoal } from '@tandem/shared/contracts/plans.ts'
import { type FoundGoal, planKey } from './parse-plan.ts'

export type Candidate =
  | { readonly kind: 'new'; readonly goal: PlanGoal }
  /** Known under these other words. */
  | { readonly kind: 'reworded'; readonly goal: PlanGoal; readonly was: PlanGoal }
  /** Kept aside by this person. */
  | { readonly kind: 'aside'; readonly goal: PlanGoal }
  /** A goal of the journal already. */
  | { readonly kind: 'here'; readonly goal: PlanGoal }

/** How alike two wordings are that are taken for one goal, from 0 to 1. */
const ALIKE = 0.55

/** The goals of the plan in its order, then what was kept and is not in it. `isThere` says whether a block still stands in the journal. */
export function comparePlan(found: readonly FoundGoal[], kept: readonly PlanGoal[], isThere: (block: string) => boolean): readonly Candidate[] {
  const left = new Map(kept.map((goal) => [planKey(goal.text), goal]))
  const same = new Map<FoundGoal, PlanGoal>()
  for (const goal of found) {
    const known = left.get(planKey(goal.text))
    if (!known) continue
    same.set(goal, known)
    left.delete(planKey(goal.text))
  }
  const ofPlan = found.map((goal): Candidate => {
    const known = same.get(goal)
    // What the plan adds to it is worth knowing; which goal it became stays.
    if (known) return settled({ ...goal, block: known.block }, isThere)
    const was = [...left.values()].find((each) => likeness(each.text, goal.text) >= ALIKE)
    if (!was) return { kind: 'new', goal: { ...goal, block: null } }
    left.delete(planKey(was.text))
    return { kind: 'reworded', goal: { ...goal, block: was.block }, was }
  })
  return [...ofPlan, ...[...left.values()].map((goal) => settled(goal, isThere))]
}

function settled(goal: PlanGoal, isThere: (block: string) => boolean): Candidate {
  return { kind: goal.block !== null && isThere(goal.block) ? 'here' : 'aside', goal }
}

/** Whether ticking it would add a goal to the journal. */
export function canBeAdded(candidate: Candidate, isThere: (block: string) => boolean): boolean {
  return candidate.kind !== 'here' && !(candidate.goal.block !== null && isThere(candidate.goal.block))
}

/** Sørensen and Dice, over pairs of neighbouring letters. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)]
  if (a.length === 0 || b.length === 0) return 0
  const left = [...b]
  const common = a.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * common.length) / (a.length + b.length)
}

function pairs(text: string): string[] {
  const letters = [...planKey(text)]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
