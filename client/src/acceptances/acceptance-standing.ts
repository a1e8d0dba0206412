/** Whether an action's owner has said yes to it. Only its owner's own row counts, whoever else wrote one. Pure. */
import type { Acceptance } from '@tandem/shared/contracts/acceptances.ts'
import { action } from '@tandem/shared/document/entries/action.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { PersonId } from '@tandem/shared/ids.ts'

export type AcceptanceStanding =
  /** Nobody's, one's own, or over: there is nothing to accept. */
  | { readonly kind: 'own' }
  | { readonly kind: 'proposed'; readonly owner: PersonId; readonly by: PersonId }
  | { readonly kind: 'accepted'; readonly owner: PersonId; readonly acceptance: Acceptance }
  | { readonly kind: 'declined'; readonly owner: PersonId; readonly acceptance: Acceptance }

/** `acceptances` are those of one action, the oldest first. */
export function acceptanceStanding(facts: Facts, acceptances: readonly Acceptance[]): AcceptanceStanding {
  const { owner, givenBy, end } = readKindFacts(action, facts)
  if (!owner) return { kind: 'own' }
  const last = acceptances.findLast(({ person }) => person === owner)
  if (last) return { kind: last.kind, owner, acceptance: last }
  return givenBy && givenBy !== owner && !end ? { kind: 'proposed', owner, by: givenBy } : { kind: 'own' }
}
