/** What people put on comments and threads: reactions, read marks, that something is settled, where it hangs. */
import type { Reaction } from '@tandem/shared/contracts/comments.ts'
import type { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { BlockId, JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { forgetAct, noteAct } from './comment-acts.ts'
import { findComment, findThread } from './find-comments.ts'

interface Mark {
  readonly journal: JournalId
  readonly person: PersonId
  readonly comment: RowId
  readonly now: Millis
}

export async function reactToComment(
  transaction: Transaction<Tables>,
  mark: Mark,
  { reaction, isOn }: { readonly reaction: Reaction; readonly isOn: boolean },
): Promise<void> {
  const { journal, person, comment, now } = mark
  const known = await findComment(transaction, { journal, comment })
  if (!known || known.deleted_at !== null) throw new Failure('unknown-comment')
  const row = { journal_id: journal, comment_id: comment, person_id: person, reaction }
  const act = { journal, person, now, thread: known.thread_id, comment, what: 'reacted', reaction } as const
  if (isOn) {
    const [added] = await transaction
      .insertInto('comment_reactions')
      .values({ ...row, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (added?.numInsertedOrUpdatedRows) await noteAct(transaction, act)
    return
  }
  await forgetAct(transaction, act)
  await transaction
    .deleteFrom('comment_reactions')
    .where('journal_id', '=', journal)
    .where('comment_id', '=', comment)
    .where('person_id', '=', person)
    .where('reaction', '=', reaction)
    .execute()
}

/** Ids that are of no comment of this journal are passed over: one may have been deleted meanwhile. */
export async function readComments(db: Kysely<Tables>, { journal, person, now }: Omit<Mark, 'comment'>, comments: readonly RowId[]): Promise<void> {
  if (comments.length === 0) return
  const known = await db
    .selectFrom('comments')
    .select('id')
    .where('journal_id', '=', journal)
    .where('id', 'in', comments)
    .where('person_id', '!=', person)
    .execute()
  if (known.length === 0) return
  await db
    .insertInto('comment_reads')
    .values(known.map(({ id }) => ({ journal_id: journal, comment_id: id, person_id: person, at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface ThreadChange {
  readonly isResolved?: boolean | undefined
  readonly anchor?: Anchor | undefined
  readonly action?: BlockId | undefined
}

/** Says what shall be; who resolved it first stays the one who did. */
export async function changeThread(
  transaction: Transaction<Tables>,
  { journal, person, thread, now }: Omit<Mark, 'comment'> & { readonly thread: RowId },
  { isResolved, anchor, action }: ThreadChange,
): Promise<void> {
  const known = await findThread(transaction, { journal, thread })
  if (!known) throw new Failure('unknown-thread')
  const isSettled = known.resolved_at !== null
  const change = {
    ...(isResolved === undefined || isResolved === isSettled ? {} : { resolved_at: isResolved ? now : null, resolved_by: isResolved ? person : null }),
    ...(anchor ? { anchor: JSON.stringify(anchor) } : {}),
    ...(action ? { action_id: action } : {}),
  }
  if (Object.keys(change).length === 0) return
  await transaction.updateTable('comment_threads').set(change).where('journal_id', '=', journal).where('id', '=', thread).execute()
  if (isResolved === undefined || isResolved === isSettled) return
  await noteAct(transaction, { journal, person, now, thread, comment: null, what: isResolved ? 'resolved' : 'reopened' })
}
