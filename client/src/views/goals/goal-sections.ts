/** How goals are arranged: by status, what needs care first and what is over folded away; each with the actions that serve it. Pure. */
import type { GoalStatus } from '@tandem/shared/document/entries/goal.ts'
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { BlockId, Day, PersonId } from '@tandem/shared/ids.ts'
import { viewsWords } from '../../words/views.ts'
import { actionFacts, gatheredFor, goalFacts, isOpen } from '../read-gathered.ts'
import { findPerson, type ViewFilter } from '../view-filter.ts'
import { filled, type ViewSection } from '../view-section.ts'

/** The statuses in the order in which they stand. */
export const GOAL_ORDER: readonly GoalStatus[] = ['at-risk', 'on-track', 'open', 'theme', 'met', 'parked']
const OVER: ReadonlySet<GoalStatus> = new Set(['met', 'parked'])

export interface GoalQuestion {
  readonly filter: ViewFilter
  readonly me: PersonId
}

export function goalSections(blocks: readonly GatheredBlock[], { filter, me }: GoalQuestion): readonly ViewSection[] {
  const person = findPerson(filter, me)
  const isAsked = ({ owner, phase }: ReturnType<typeof goalFacts>) =>
    (person === undefined || owner === person) && (filter.phase === undefined || (phase ?? 'this') === filter.phase)
  const goals = gatheredFor('goals', blocks).filter((block) => isAsked(goalFacts(block)))
  const shown = GOAL_ORDER.filter((status) => filter.show === undefined || filter.show === status)
  return filled(
    shown.map((status) => ({
      key: status,
      title: viewsWords.goals.status[status],
      blocks: goals.filter((block) => (goalFacts(block).status ?? 'open') === status),
      isFolded: OVER.has(status) && filter.show === undefined,
    })),
  )
}

export interface GoalSteps {
  readonly open: readonly GatheredBlock[]
  /** The day its latest action ended. */
  readonly last: Day | undefined
}

/** The actions that serve a goal, on whichever page they stand. */
export function stepsOf(goal: BlockId, blocks: readonly GatheredBlock[]): GoalSteps {
  const actions = gatheredFor('actions', blocks).filter((block) => actionFacts(block).goal === goal)
  const days = actions.map((block) => actionFacts(block).ended).filter((day) => day !== null)
  return {
    open: actions.filter(isOpen),
    last: days.toSorted().at(-1),
  }
}
