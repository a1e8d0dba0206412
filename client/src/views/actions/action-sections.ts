/** How actions are arranged: by day or by goal, the open ones first and what has ended folded away. Pure. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { BlockId, PersonId } from '@tandem/shared/ids.ts'
import { viewsWords } from '../../words/views.ts'
import { actionFacts, gatheredFor, isOpen } from '../read-gathered.ts'
import { findPerson, type ViewFilter } from '../view-filter.ts'
import { filled, type ViewSection } from '../view-section.ts'
import type { ViewDays } from '../view-tools.ts'

const say = viewsWords.actions

export interface ActionQuestion {
  readonly filter: ViewFilter
  readonly me: PersonId
  readonly days: ViewDays
}

export function actionSections(blocks: readonly GatheredBlock[], question: ActionQuestion): readonly ViewSection[] {
  const { filter, days } = question
  const person = findPerson(filter, question.me)
  const actions = gatheredFor('actions', blocks).filter((block) => person === undefined || actionFacts(block).owner === person)
  const open = actions.filter(isOpen)
  const ended = endedSections(actions, days, filter.show === 'ended')
  if (filter.show === 'ended') return ended
  if (filter.show === 'overdue') return filled(byDay(open, days).filter(({ isLate }) => isLate))
  return [...filled(filter.by === 'goal' ? byGoal(open, gatheredFor('goals', blocks)) : byDay(open, days)), ...ended]
}

/** How many open actions are overdue. */
export function countOverdue(blocks: readonly GatheredBlock[], { today }: ViewDays): number {
  return gatheredFor('actions', blocks).filter((block) => {
    const { end, due } = actionFacts(block)
    return end === null && due !== null && due < today
  }).length
}

function byDay(open: readonly GatheredBlock[], { today, soon }: ViewDays): readonly ViewSection[] {
  const dueOf = (block: GatheredBlock) => actionFacts(block).due
  const dated = open.filter((block) => dueOf(block) !== null).toSorted((a, b) => compare(dueOf(a), dueOf(b)))
  const within = (isIn: (due: string) => boolean) => dated.filter((block) => isIn(dueOf(block) ?? ''))
  return [
    { key: 'overdue', title: say.overdue, blocks: within((due) => due < today), isLate: true },
    { key: 'soon', title: say.soon, blocks: within((due) => due >= today && due <= soon) },
    { key: 'later', title: say.later, blocks: within((due) => due > soon) },
    { key: 'no-day', title: say.noDay, blocks: open.filter((block) => dueOf(block) === null) },
  ]
}

function byGoal(open: readonly GatheredBlock[], goals: readonly GatheredBlock[]): readonly ViewSection[] {
  const goalOf = (block: GatheredBlock) => actionFacts(block).goal
  const known = new Set<BlockId | null>(goals.map(({ id }) => id))
  return [
    ...goals.map(({ id, text }) => ({ key: id, title: text, blocks: open.filter((block) => goalOf(block) === id) })),
    { key: 'gone', title: say.goneGoal, blocks: open.filter((block) => goalOf(block) !== null && !known.has(goalOf(block))) },
    { key: 'no-goal', title: say.noGoal, blocks: open.filter((block) => goalOf(block) === null) },
  ]
}

/** The latest first. An end without a day is as old as can be. */
function endedSections(actions: readonly GatheredBlock[], { lately }: ViewDays, isAll: boolean): readonly ViewSection[] {
  const dayOf = (block: GatheredBlock) => actionFacts(block).ended ?? ''
  const ended = actions.filter((block) => actionFacts(block).end !== null).toSorted((a, b) => compare(dayOf(b), dayOf(a)))
  const sections = [
    { key: 'lately', title: say.lately, blocks: ended.filter((block) => dayOf(block) >= lately), isFolded: !isAll },
    { key: 'before', title: say.before, blocks: ended.filter((block) => dayOf(block) < lately), isFolded: true },
  ]
  return filled(isAll ? sections : sections.slice(0, 1))
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}
