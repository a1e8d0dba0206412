/** What becomes of the notices of a comment when it is read where it stands, edited or removed. [N19] */
import type { JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import { QUOTE_LIMIT } from '@tandem/shared/contracts/notices.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { shortened } from './tell.ts'

interface CommentOf {
  readonly journal: JournalId
  readonly comment: string
}

/** Whoever has read the comments themselves need not read in the inbox, or in a mail, that they are there. */
export async function readNoticesOf(
  db: Kysely<Tables>,
  reader: { readonly journal: JournalId; readonly person: PersonId },
  comments: readonly string[],
  now: Millis,
): Promise<void> {
  if (comments.length === 0) return
  await db
    .updateTable('notices')
    .set({ read_at: now })
    .where('person_id', '=', reader.person)
    .where('journal_id', '=', reader.journal)
    .where('comment_id', 'in', comments)
    .where('read_at', 'is', null)
    .execute()
}

/** A quote says what the comment says. */
export async function quoteAnew(db: Kysely<Tables>, { journal, comment }: CommentOf, words: string): Promise<void> {
  await db
    .updateTable('notices')
    .set({ words: shortened(words, QUOTE_LIMIT) })
    .where('journal_id', '=', journal)
    .where('comment_id', '=', comment)
    .execute()
}

/** Words that somebody took back are nobody's to read. */
export async function removeNoticesOf(db: Kysely<Tables>, { journal, comment }: CommentOf): Promise<void> {
  await db.deleteFrom('notices').where('journal_id', '=', journal).where('comment_id', '=', comment).execute()
}
