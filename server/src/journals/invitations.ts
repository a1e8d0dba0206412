/** Invitations of a journal: made, listed, looked at and revoked. Accepting one is in accept-invitation.ts. */
import type { Invitation } from '@tandem/shared/contracts/invitations.ts'
import { Failure } from '@tandem/shared/failure.ts'
import { type InvitationId, type JournalId, type Millis, type PersonId, newId } from '@tandem/shared/ids.ts'
import type { Role, Seat } from '@tandem/shared/roles.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { hashToken, newToken } from './invitation-token.ts'
import { loadStandings } from './members.ts'

export interface NewInvitation {
  readonly journal: JournalId
  readonly person: PersonId
  readonly seat: Seat
  readonly role: Role
  readonly now: Millis
  readonly expiresAt: Millis
  /** How many open invitations a journal may have. */
  readonly atMost: number
}

/** Answers the token, which is not known to anybody afterwards. Refuses with `seat-taken` when somebody sits there already, and with `too-many-invitations`. */
export async function makeInvitation(transaction: Transaction<Tables>, wanted: NewInvitation): Promise<{ id: InvitationId; token: string }> {
  const { journal, person, seat, role, now, expiresAt, atMost } = wanted
  const standings = await loadStandings(transaction, journal)
  if (seat !== 'third' && standings.some((standing) => standing.seat === seat)) throw new Failure('seat-taken')
  if ((await listInvitations(transaction, journal, now)).length >= atMost) throw new Failure('too-many-invitations')
  const id = newId() as InvitationId
  const token = newToken()
  await transaction
    .insertInto('invitations')
    .values({ id, journal_id: journal, token_hash: hashToken(token), seat, role, created_by: person, created_at: now, expires_at: expiresAt })
    .execute()
  return { id, token }
}

/** The ones that can still be used, the newest first. */
export async function listInvitations(db: Kysely<Tables>, journal: JournalId, now: Millis): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.created_by')
    .select(['invitations.id', 'invitations.seat', 'invitations.role', 'invitations.created_at', 'invitations.expires_at', 'people.name'])
    .where('invitations.journal_id', '=', journal)
    .where('invitations.used_at', 'is', null)
    .where('invitations.revoked_at', 'is', null)
    .where('invitations.expires_at', '>', now)
    .orderBy('invitations.created_at', 'desc')
    .execute()
  return rows.map(({ id, seat, role, created_at: createdAt, expires_at: expiresAt, name: by }) => ({ id, seat, role, createdAt, expiresAt, by }))
}

/** Refuses with `unknown-invitation`, or with `invitation-used` when it is too late. Revoking twice is no failure. */
export async function revokeInvitation(
  transaction: Transaction<Tables>,
  { journal, id, now }: { journal: JournalId; id: InvitationId; now: Millis },
): Promise<void> {
  const row = await transaction.selectFrom('invitations').select('used_at').where('journal_id', '=', journal).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Failure('unknown-invitation')
  if (row.used_at !== null) throw new Failure('invitation-used')
  await transaction.updateTable('invitations').set({ revoked_at: now }).where('id', '=', id).where('revoked_at', 'is', null).execute()
}

/** What somebody may know who holds the link and has not accepted it yet. */
export interface OpenInvitation {
  readonly journal: JournalId
  readonly title: string
  readonly by: string
  readonly seat: Seat
  readonly role: Role
  readonly expiresAt: Millis
}

/** Reads an invitation by its secret and changes nothing. Refuses with why it cannot be accepted any more. */
export async function lookAtInvitation(db: Kysely<Tables>, token: string, now: Millis): Promise<OpenInvitation> {
  const row = await loadInvitation(db, token)
  if (row.used_at !== null) throw new Failure('invitation-used')
  if (row.revoked_at !== null) throw new Failure('invitation-revoked')
  if (row.expires_at <= now) throw new Failure('invitation-expired')
  if (row.archived_at !== null) throw new Failure('journal-archived')
  return openOf(row)
}

/** The same for somebody who sits in its journal already, however the link stands now; `undefined` for everybody else. */
export async function findOwnInvitation(db: Kysely<Tables>, token: string, person: PersonId): Promise<OpenInvitation | undefined> {
  const row = await loadInvitation(db, token)
  const member = await db
    .selectFrom('members')
    .select('person_id')
    .where('journal_id', '=', row.journal_id)
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return member && openOf(row)
}

async function loadInvitation(db: Kysely<Tables>, token: string) {
  const row = await db
    .selectFrom('invitations')
    .innerJoin('journals', 'journals.id', 'invitations.journal_id')
    .innerJoin('people', 'people.id', 'invitations.created_by')
    .selectAll('invitations')
    .select(['journals.title', 'journals.archived_at', 'people.name'])
    .where('invitations.token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) throw new Failure('unknown-invitation')
  return row
}

function openOf(row: Awaited<ReturnType<typeof loadInvitation>>): OpenInvitation {
  return { journal: row.journal_id, title: row.title, by: row.name, seat: row.seat, role: row.role, expiresAt: row.expires_at }
}

/** Who sits in a journal, those who joined first in front. */
export async function listSeated(db: Kysely<Tables>, journal: JournalId): Promise<{ name: string; seat: Seat }[]> {
  return db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person_id')
    .select(['people.name', 'members.seat'])
    .where('members.journal_id', '=', journal)
    .where('members.left_at', 'is', null)
    .orderBy('members.joined_at')
    .execute()
}
