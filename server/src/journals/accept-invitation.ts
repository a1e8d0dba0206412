/** Taking the seat an invitation offers: one transaction, so that of many who try at once exactly one sits down. */
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { lockJournal } from './change-journal.ts'
import { hashToken } from './invitation-token.ts'
import { lookAtInvitation } from './invitations.ts'

export interface Acceptance {
  readonly token: string
  readonly person: PersonId
  readonly now: Millis
  /** How many people one journal may have. */
  readonly atMost: number
}

/** Refuses with `already-member`, `seat-taken`, `journal-full`, `journal-archived`, or with why the link is no longer good. A refusal changes nothing. */
export function acceptInvitation(db: Kysely<Tables>, { token, person, now, atMost }: Acceptance): Promise<{ id: JournalId; documentId: DocumentId }> {
  return db.transaction().execute(async (transaction) => {
    const { journal, seat, role } = await claim(transaction, { token, person, now })
    const members = await transaction.selectFrom('members').select(['person_id', 'seat', 'hue', 'left_at']).where('journal_id', '=', journal).execute()
    const former = members.find((member) => member.person_id === person)
    if (former && former.left_at === null) throw new Failure('already-member')
    if (seat !== 'third' && members.some((member) => member.seat === seat && member.left_at === null)) throw new Failure('seat-taken')
    if (members.filter((member) => member.left_at === null).length >= atMost) throw new Failure('journal-full')

    // Whoever left keeps their hue: their words still stand in it.
    const hue = former?.hue ?? lowestFree(members.map((member) => member.hue))
    const seated = { seat, role, hue, joined_at: now, left_at: null }
    await transaction
      .insertInto('members')
      .values({ journal_id: journal, person_id: person, ...seated })
      .onConflict((conflict) => conflict.columns(['journal_id', 'person_id']).doUpdateSet(seated))
      .execute()
    const { id: documentId } = await transaction
      .selectFrom('documents')
      .select('id')
      .where('journal_id', '=', journal)
      .where('kind', '=', 'journal')
      .executeTakeFirstOrThrow()
    return { id: journal, documentId }
  })
}

/** Marks the invitation as used. The condition stands in the update itself: whoever comes second changes no row. */
async function claim(transaction: Transaction<Tables>, { token, person, now }: Omit<Acceptance, 'atMost'>) {
  const open = await lookAtInvitation(transaction, token, now)
  await lockJournal(transaction, open.journal)
  const { numUpdatedRows } = await transaction
    .updateTable('invitations')
    .set({ used_at: now, used_by: person })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Failure('invitation-used')
  return open
}

function lowestFree(taken: readonly number[]): number {
  let hue = 0
  while (taken.includes(hue)) hue++
  return hue
}
