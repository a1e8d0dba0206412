/** Members come by invitations; here they change their roles and go. A journal always has a member, and one of them is always its owner. */
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Role } from '@tandem/shared/roles.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Standing, chooseSuccessor } from './successor.ts'

export interface MemberKey {
  readonly journal: JournalId
  readonly person: PersonId
}

/** Everybody who is in the journal now. */
export async function loadStandings(transaction: Transaction<Tables>, journal: JournalId): Promise<Standing[]> {
  const rows = await transaction
    .selectFrom('members')
    .select(['person_id', 'role', 'seat', 'joined_at'])
    .where('journal_id', '=', journal)
    .where('left_at', 'is', null)
    .execute()
  return rows.map((row) => ({ person: row.person_id, role: row.role, seat: row.seat, joinedAt: row.joined_at }))
}

/** Refuses with `unknown-member`, and with `last-owner` when nobody would own the journal any more. */
export async function changeRole(
  transaction: Transaction<Tables>,
  { journal, person }: MemberKey,
  change: { readonly role: Role; readonly now: Millis },
): Promise<void> {
  const standings = await loadStandings(transaction, journal)
  const member = standings.find((standing) => standing.person === person)
  if (!member) throw new Failure('unknown-member')
  if (member.role === change.role) return
  if (member.role === 'owner') {
    if (isOnlyOwner(standings, person)) throw new Failure('last-owner')
    await revokeInvitationsBy(transaction, { journal, person }, change.now)
  }
  await setRole(transaction, { journal, person }, change.role)
}

/** Takes a member out. The last owner's role passes on. Refuses with `unknown-member`, and with `last-member` when nobody would be left. */
export async function endMembership(transaction: Transaction<Tables>, { journal, person }: MemberKey, now: Millis): Promise<void> {
  const standings = await loadStandings(transaction, journal)
  if (!standings.some((standing) => standing.person === person)) throw new Failure('unknown-member')
  const rest = standings.filter((standing) => standing.person !== person)
  const successor = chooseSuccessor(rest)
  if (!successor) throw new Failure('last-member')
  if (isOnlyOwner(standings, person)) await setRole(transaction, { journal, person: successor.person }, 'owner')
  await revokeInvitationsBy(transaction, { journal, person }, now)
  await transaction.updateTable('members').set({ left_at: now }).where('journal_id', '=', journal).where('person_id', '=', person).execute()
}

function isOnlyOwner(standings: readonly Standing[], person: PersonId): boolean {
  const owners = standings.filter((standing) => standing.role === 'owner')
  return owners.length === 1 && owners[0]?.person === person
}

async function setRole(transaction: Transaction<Tables>, { journal, person }: MemberKey, role: Role): Promise<void> {
  await transaction.updateTable('members').set({ role }).where('journal_id', '=', journal).where('person_id', '=', person).execute()
}

/** Who may no longer invite must not come back, or bring somebody, by a link they made before. */
async function revokeInvitationsBy(transaction: Transaction<Tables>, { journal, person }: MemberKey, now: Millis): Promise<void> {
  await transaction
    .updateTable('invitations')
    .set({ revoked_at: now })
    .where('journal_id', '=', journal)
    .where('created_by', '=', person)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}
