/** To whom mail about their journals may go: the address is real, and somebody who reads it has said that it is theirs. [N20] */
import { isNoEmail } from '../../auth/link-people.ts'
import type { PeopleTable } from '../../database/tables.ts'

export function isReachable({ email, email_verified: isConfirmed }: Pick<PeopleTable, 'email' | 'email_verified'>): boolean {
  return !isNoEmail(email) && Boolean(isConfirmed)
}
