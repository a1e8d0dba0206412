/** A person's own development plan, as they brought it into one journal. A row that nobody else ever reads. */
import { z } from 'zod'
import { BlockId, Day, JournalId } from '../ids.ts'
import { contract } from './contract.ts'
import { oneLine } from './one-line.ts'
import { someWords } from './some-words.ts'

export const MOST_PLAN_GOALS = 200
export const LONGEST_PLAN_GOAL = 500
export const LONGEST_PLAN_NOTE = 1_000

export const PlanGoal = z.object({
  text: oneLine(LONGEST_PLAN_GOAL),
  /** What else the plan says of it. */
  note: someWords(LONGEST_PLAN_NOTE),
  day: Day.nullable(),
  /** The goal of the journal that it became; `null` while it is kept aside. */
  block: BlockId.nullable(),
})
export type PlanGoal = z.infer<typeof PlanGoal>

const Goals = z.array(PlanGoal).max(MOST_PLAN_GOALS)

/** Mine alone, empty when I never brought one. */
export const get = contract({
  method: 'GET',
  path: '/api/journals/:id/plan',
  input: z.object({ id: JournalId }),
  output: z.object({ goals: Goals }),
})

/** Keeps my plan in place of the one before. */
export const keep = contract({
  method: 'POST',
  path: '/api/journals/:id/plan',
  input: z.object({ id: JournalId, goals: Goals }),
  output: z.object({}),
})
