/** Who owns a journal when its last owner leaves: the one with most say, of those the pair itself first, of those who came first. */
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Role, Seat } from '@tandem/shared/roles.ts'

/** How somebody stands in a journal. */
export interface Standing {
  readonly person: PersonId
  readonly role: Role
  readonly seat: Seat
  readonly joinedAt: Millis
}

/** `undefined` when nobody is left. */
export function chooseSuccessor(rest: readonly Standing[]): Standing | undefined {
  return rest.toSorted((a, b) => mayWrite(b) - mayWrite(a) || isOfThePair(b) - isOfThePair(a) || a.joinedAt - b.joinedAt || (a.person < b.person ? -1 : 1))[0]
}

function mayWrite({ role }: Standing): number {
  return role === 'owner' || role === 'editor' ? 1 : 0
}

function isOfThePair({ seat }: Standing): number {
  return seat === 'third' ? 0 : 1
}
