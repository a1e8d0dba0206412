/** Threads and comments by id, always within one journal: an id of another journal is an id of nothing. */
import type { JournalId, RowId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

export function findThread(db: Kysely<Tables>, { journal, thread }: { readonly journal: JournalId; readonly thread: RowId }) {
  return db.selectFrom('comment_threads').selectAll().where('journal_id', '=', journal).where('id', '=', thread).executeTakeFirst()
}

export function findComment(db: Kysely<Tables>, { journal, comment }: { readonly journal: JournalId; readonly comment: RowId }) {
  return db.selectFrom('comments').selectAll().where('journal_id', '=', journal).where('id', '=', comment).executeTakeFirst()
}
