/** The quiet line of facts beside an entry, as a sentence's rest. Only what is known is said. */
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import { STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import { assertNever, type Day } from '@tandem/shared/ids.ts'
import { pageWords } from '../../words/page.ts'
import type { People } from '../people.ts'
import { sayDay, sayRecentDay } from './days.ts'

export interface FactPart {
  readonly text: string
  readonly tone: 'plain' | 'late' | 'good' | 'warn'
}

export interface FactContext {
  readonly people: People
  readonly locale: string
  readonly today: Day
  /** The words of a block elsewhere, for an action's goal and for what replaced it. */
  readonly wordsOf: (block: string) => string | undefined
}

const words = pageWords.facts

/** What is known of a block of this kind; empty for lines, for unknown kinds, and while nothing has been said. */
export function factLine(kind: string, facts: Facts, context: FactContext): FactPart[] {
  const structured = kind as keyof typeof STRUCTURED_KINDS
  if (!Object.hasOwn(STRUCTURED_KINDS, kind)) return []
  switch (structured) {
    case 'expectation':
      return expectationLine(facts, context)
    case 'goal':
      return goalLine(facts, context)
    case 'action':
      return actionLine(facts, context)
    case 'topic':
      return topicLine(facts, context)
    default:
      return assertNever(structured)
  }
}

function plain(text: string | null | undefined): FactPart[] {
  return text ? [{ text, tone: 'plain' }] : []
}

function expectationLine(facts: Facts, { people, locale, today }: FactContext): FactPart[] {
  const { direction, by, retired, why } = readKindFacts(STRUCTURED_KINDS.expectation, facts)
  if (retired) return plain(words.expectation.retired(sayRecentDay(retired, { locale, today }), why))
  const said = by ? people.nameOf(by) : undefined
  switch (direction) {
    case 'myself':
      return plain(said && words.expectation.of(said))
    case 'you':
      return plain(by && words.expectation.of(people.otherOf(by)?.name ?? words.otherOfPair))
    case 'us':
      return plain(words.expectation.ofBoth)
    default:
      return plain(said && words.expectation.saidBy(said))
  }
}

function goalLine(facts: Facts, { people, locale, today }: FactContext): FactPart[] {
  const { status, phase, target, owner, support, referTo, referral } = readKindFacts(STRUCTURED_KINDS.goal, facts)
  const isClosed = status === 'met' || status === 'parked'
  const parts: FactPart[] = []
  // An open goal says nothing of it: that is what a goal is.
  if (status && status !== 'open')
    parts.push({ text: words.goal.status[status] ?? status, tone: status === 'at-risk' ? 'warn' : status === 'met' ? 'good' : 'plain' })
  if (phase === 'later' && !isClosed) parts.push(...plain(words.goal.laterPhase))
  if (owner) parts.push(...plain(people.nameOf(owner)))
  if (target) parts.push({ text: words.goal.by(sayDay(target, { locale, today })), tone: !isClosed && target < today ? 'late' : 'plain' })
  if (support) parts.push(...plain(words.goal.support[support]?.(people.mentor?.name ?? words.mentor)))
  if (support === 'refer-on') parts.push(...plain(words.goal.referral(referTo, referral)))
  return parts
}

function actionLine(facts: Facts, { people, locale, today, wordsOf }: FactContext): FactPart[] {
  const { owner, due, end, ended, why, replacedBy, goal } = readKindFacts(STRUCTURED_KINDS.action, facts)
  const say = (day: Day) => sayDay(day, { locale, today, hasWeekday: true })
  const parts: FactPart[] = []
  const name = owner ? people.nameOf(owner) : undefined
  if (name) parts.push(...plain(`@${name}`))
  if (end === 'done') parts.push(...plain(words.action.done(ended && sayRecentDay(ended, { locale, today }))))
  else if (end === 'wont-do') parts.push(...plain(words.action.wontDo(why)))
  else if (end === 'replaced') parts.push(...plain(words.action.replaced((replacedBy && shorten(wordsOf(replacedBy))) ?? null)))
  else if (due) parts.push({ text: due < today ? `${say(due)}, ${words.action.overdue}` : say(due), tone: due < today ? 'late' : 'plain' })
  const goalWords = goal ? shorten(wordsOf(goal)) : undefined
  if (goalWords) parts.push(...plain(words.action.forGoal(goalWords)))
  return parts
}

function topicLine(facts: Facts, { people }: FactContext): FactPart[] {
  const { owner, ask, state } = readKindFacts(STRUCTURED_KINDS.topic, facts)
  const name = owner ? people.nameOf(owner) : undefined
  const asked = ask ? (words.topic.ask[ask] ?? ask) : undefined
  const parts: FactPart[] = []
  if (ask === 'fyi') parts.push(...plain(words.topic.fyi(name)))
  else if (asked) parts.push(...plain(name ? words.topic.asks(name, asked) : words.topic.asksFor(asked)))
  else if (name) parts.push(...plain(words.topic.brings(name)))
  if (state && state !== 'open') parts.push({ text: words.topic.state[state] ?? state, tone: state === 'discussed' ? 'good' : 'plain' })
  return parts
}

const SHORT = 28

/** The first words of a block, as many as fit beside another. */
export function shorten(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  if (!trimmed || trimmed.length <= SHORT) return trimmed || undefined
  const cut = trimmed.slice(0, SHORT)
  const space = cut.lastIndexOf(' ')
  return `${(space > SHORT / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
