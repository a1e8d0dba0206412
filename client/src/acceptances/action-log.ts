/**
 * What became of an action, in order: by the server's record as far as it is known, and beside it people's own rows and the facts of its end, which are known
 * without the server. Pure.
 */
import type { Acceptance } from '@tandem/shared/contracts/acceptances.ts'
import type { Change } from '@tandem/shared/contracts/changes.ts'
import { ActionEnd, action } from '@tandem/shared/document/entries/action.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import { Day, type Millis, type PageId, type PersonId } from '@tandem/shared/ids.ts'

/** By whom and when, as the log of the server has it. */
interface Act {
  readonly at: Millis
  readonly person: PersonId
}

export type LogEntry =
  | (Act & { readonly kind: 'accepted' | 'declined'; readonly why: string })
  /** It came to be, on this page; `turned` out of a line or another kind of block, `returned` after it was gone. */
  | (Act & { readonly kind: 'made' | 'turned' | 'returned' | 'moved'; readonly page: PageId })
  | (Act & { readonly kind: 'removed' | 'reopened' })
  | (Act & { readonly kind: 'day'; readonly was: Day | null; readonly became: Day | null })
  | (Act & { readonly kind: 'owner'; readonly was: string | null; readonly became: string | null })
  | (Ending & { readonly kind: 'ended'; readonly by: Act | null })

interface Ending {
  readonly day: Day | null
  readonly end: ActionEnd
  readonly why: string | null
  readonly replacedBy: string | null
}

export interface ActionHistory {
  readonly facts: Facts
  readonly acceptances: readonly Acceptance[]
  /** Oldest first; empty while the server has not told. */
  readonly record: readonly Change[]
}

export function actionLog({ facts, acceptances, record }: ActionHistory): readonly LogEntry[] {
  const said = acceptances.map(({ kind, at, person, why }) => ({ kind, at, person, why }))
  const told = record.flatMap((change, index) => entryOf(change, record.slice(0, index)) ?? [])
  const log: LogEntry[] = [...said, ...told].toSorted((a, b) => timeOf(a) - timeOf(b))
  const { end, ended, why, replacedBy } = readKindFacts(action, facts)
  if (!end) return log
  // What the document says of the end is newer than the record, or has more to say: why, and by which it was replaced.
  const at = log.findLastIndex((entry) => entry.kind === 'ended' || entry.kind === 'reopened')
  const last = log[at]
  const now = { kind: 'ended' as const, day: ended, end, why, replacedBy }
  return last?.kind === 'ended' && last.end === end ? log.with(at, { ...now, by: last.by }) : [...log, { ...now, by: null }]
}

function entryOf({ what, field, was, became, at, author, page }: Change, before: readonly Change[]): LogEntry | undefined {
  const act = { at, person: author }
  switch (what) {
    case 'added':
      return { ...act, page, kind: before.some((change) => change.what === 'added') ? 'returned' : 'made' }
    case 'turned':
      return became === 'action' ? { ...act, page, kind: 'turned' } : undefined
    case 'moved':
      return was === became ? undefined : { ...act, page, kind: 'moved' }
    case 'removed':
      return { ...act, kind: 'removed' }
    case 'fact':
      return ofFact(field, { was, became, act })
    default:
      return undefined
  }
}

function ofFact(field: string, { was, became, act }: Pick<Change, 'was' | 'became'> & { readonly act: Act }): LogEntry | undefined {
  if (field === 'due') return { ...act, kind: 'day', was: dayIn(was), became: dayIn(became) }
  if (field === 'owner') return { ...act, kind: 'owner', was: textIn(was), became: textIn(became) }
  if (field !== 'end') return undefined
  const end = ActionEnd.safeParse(became)
  return end.success ? { kind: 'ended', end: end.data, by: act, day: null, why: null, replacedBy: null } : { ...act, kind: 'reopened' }
}

function timeOf(entry: LogEntry): Millis {
  return entry.kind === 'ended' ? (entry.by?.at ?? Number.POSITIVE_INFINITY) : entry.at
}

function dayIn(value: unknown): Day | null {
  return Day.safeParse(value).data ?? null
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
