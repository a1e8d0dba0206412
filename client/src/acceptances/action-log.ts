/**
 * What became of an action, in order. People's own rows and the facts of its end are known here; who made it where and when its day was moved is the server's
 * record, which further entries of the same shape bring. Pure.
 */
import type { Acceptance } from '@tandem/shared/contracts/acceptances.ts'
import { action } from '@tandem/shared/document/entries/action.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { Day, Millis, PersonId } from '@tandem/shared/ids.ts'

export type LogEntry =
  | { readonly kind: 'accepted' | 'declined'; readonly at: Millis; readonly person: PersonId; readonly why: string }
  | {
      readonly kind: 'ended'
      readonly day: Day | null
      readonly end: 'done' | 'wont-do' | 'replaced'
      readonly why: string | null
      readonly replacedBy: string | null
    }

export function actionLog(facts: Facts, acceptances: readonly Acceptance[]): readonly LogEntry[] {
  const { end, ended, why, replacedBy } = readKindFacts(action, facts)
  return [
    ...acceptances.map(({ kind, at, person, why: reason }) => ({ kind, at, person, why: reason })),
    ...(end ? [{ kind: 'ended' as const, day: ended, end, why, replacedBy }] : []),
  ]
}
