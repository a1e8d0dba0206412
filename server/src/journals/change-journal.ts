/** Every change of a journal's rows: judged and written in one transaction, so that a role cannot be lost between the two. */
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import { type Act, type Role, type Seat, may, mayWhenArchived } from '@tandem/shared/roles.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** Who wants to do what where. */
export interface Wish {
  readonly journal: JournalId
  readonly person: PersonId
  readonly act: Act
}

export interface Membership {
  readonly role: Role
  readonly seat: Seat
  readonly archivedAt: Millis | null
}

/** Runs `change` when the wish is allowed. Changes of one journal come one after the other. Refuses as `requireMember` does. */
export function changeJournal<Result>(
  db: Kysely<Tables>,
  wish: Wish,
  change: (transaction: Transaction<Tables>, me: Membership) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    await lockJournal(transaction, wish.journal)
    return change(transaction, await requireMember(transaction, wish))
  })
}

/** Makes other changes of this journal wait until the transaction ends. An update that changes nothing locks the row in every database. */
export async function lockJournal(transaction: Transaction<Tables>, journal: JournalId): Promise<void> {
  await transaction
    .updateTable('journals')
    .set((row) => ({ title: row.ref('title') }))
    .where('id', '=', journal)
    .execute()
}

/** Refuses with `unknown-journal` for everybody who is not a member, with `not-allowed` or `journal-archived` for a member who may not. */
export async function requireMember(db: Kysely<Tables>, { journal, person, act }: Wish): Promise<Membership> {
  const row = await db
    .selectFrom('members')
    .innerJoin('journals', 'journals.id', 'members.journal_id')
    .select(['members.role', 'members.seat', 'journals.archived_at'])
    .where('members.journal_id', '=', journal)
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Failure('unknown-journal')
  if (!may(row.role, act)) throw new Failure('not-allowed', { act, role: row.role })
  if (row.archived_at !== null && !mayWhenArchived(act)) throw new Failure('journal-archived')
  return { role: row.role, seat: row.seat, archivedAt: row.archived_at }
}
