/** The pair: who a journal's agreements are between. */
import { Failure } from '@tandem/shared/failure.ts'
import type { Membership } from './change-journal.ts'

/** Refuses third seats: they see what was agreed, and are no part of it. */
export function requireParty({ seat }: Pick<Membership, 'seat'>): void {
  if (seat === 'third') throw new Failure('not-a-party')
}
