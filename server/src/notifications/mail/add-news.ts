/** Puts a mail about one journal into the queue, with all that is unread, and the changes of its document that no mail has told of yet. */
import { NOTICE_KINDS } from '@tandem/shared/contracts/notices.ts'
import type { JournalId, Millis, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { quietKinds } from '../wishes.ts'
import { STALE } from './news-times.ts'
import { addMail } from './queue.ts'

export interface NewsFor {
  readonly person: PersonId
  readonly journal: JournalId
  /** The kinds that never come by mail, as they are stored. */
  readonly quiet: string
}

/** What is unread and has not settled comes along: it would have to wait for hours otherwise. */
export async function addNews(transaction: Transaction<Tables>, { person, journal, quiet }: NewsFor, now: Millis): Promise<void> {
  const position = await transaction
    .selectFrom('projections')
    .innerJoin('documents', 'documents.id', 'projections.document_id')
    .select('projections.seq')
    .where('documents.journal_id', '=', journal)
    .where('documents.kind', '=', 'journal')
    .executeTakeFirst()
  const told = await transaction
    .selectFrom('mails')
    .select(({ fn }) => fn.max('changes_upto').as('seq'))
    .where('person_id', '=', person)
    .where('journal_id', '=', journal)
    .executeTakeFirst()
  // A maximum of nothing is null, whatever its type says.
  const after: Seq = told?.seq ?? 0
  const id = await addMail(transaction, { person, journal, kind: 'news', changes: { after, upTo: position?.seq ?? after } }, now)
  const silent = quietKinds(quiet)
  const loud = NOTICE_KINDS.filter((kind) => !silent.includes(kind))
  if (loud.length === 0) return
  // Another process may have taken the same notices: then this mail has nothing to say, and says nothing.
  await transaction
    .updateTable('notices')
    .set({ mail_id: id })
    .where('person_id', '=', person)
    .where('journal_id', '=', journal)
    .where('mail_id', 'is', null)
    .where('read_at', 'is', null)
    .where('archived_at', 'is', null)
    .where('at', '>', now - STALE)
    .where('kind', 'in', loud)
    .execute()
}
