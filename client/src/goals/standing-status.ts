/** Who gave a goal the status it has: known only where the server's record has come as far as the document. Pure. */
import type { StatusSet } from '@tandem/shared/contracts/touched.ts'
import { GoalStatus } from '@tandem/shared/document/entries/goal.ts'
import type { Millis, PersonId } from '@tandem/shared/ids.ts'

export interface StandingStatus {
  readonly name: GoalStatus
  readonly by: PersonId
  readonly at: Millis
}

export function standingStatus(status: unknown, set: StatusSet | null | undefined): StandingStatus | undefined {
  const name = GoalStatus.safeParse(status).data
  return name && set && set.status === name ? { name, by: set.by, at: set.at } : undefined
}
