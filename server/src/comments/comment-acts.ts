/** What people did with comments and threads, kept so that others can be told of it: the rows themselves only say how things stand. */
import type { Reaction } from '@tandem/shared/contracts/comments.ts'
import { type JournalId, type Millis, newId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import type { Transaction } from 'kysely'
import type { CommentActsTable } from '../database/comment-tables.ts'
import type { Tables } from '../database/tables.ts'

export interface CommentAct {
  readonly journal: JournalId
  readonly person: PersonId
  readonly now: Millis
  readonly thread: RowId
  /** Null for what is done with a whole thread. */
  readonly comment: RowId | null
  readonly what: CommentActsTable['what']
  readonly reaction?: Reaction
}

/** Of one person doing the same again only the last is kept: settled and opened again and again it is one thing to tell. */
export async function noteAct(transaction: Transaction<Tables>, act: CommentAct): Promise<void> {
  const { journal, person, now, thread, comment, what, reaction = null } = act
  await forgetAct(transaction, act)
  await transaction
    .insertInto('comment_acts')
    .values({ journal_id: journal, id: newId() as RowId, person_id: person, at: now, thread_id: thread, comment_id: comment, what, reaction })
    .execute()
}

const SETTLING: readonly CommentActsTable['what'][] = ['resolved', 'reopened']

/** It was taken back, or is done anew. */
export async function forgetAct(
  transaction: Transaction<Tables>,
  { journal, person, thread, comment, what, reaction }: Omit<CommentAct, 'now'>,
): Promise<void> {
  await transaction
    .deleteFrom('comment_acts')
    .where('journal_id', '=', journal)
    .where('person_id', '=', person)
    .where('thread_id', '=', thread)
    .where('comment_id', comment === null ? 'is' : '=', comment)
    .where('what', 'in', SETTLING.includes(what) ? SETTLING : [what])
    .$if(reaction !== undefined, (query) => query.where('reaction', '=', reaction as Reaction))
    .execute()
}

/** Of a comment that is gone nothing is told. */
export async function forgetActsOn(
  transaction: Transaction<Tables>,
  { journal, comment }: Pick<CommentAct, 'journal'> & { readonly comment: RowId },
): Promise<void> {
  await transaction.deleteFrom('comment_acts').where('journal_id', '=', journal).where('comment_id', '=', comment).execute()
}
