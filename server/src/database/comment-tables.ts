/** The rows of the margins: threads, what is said in them, and what each person put on it. */
import type { Reaction } from '@tandem/shared/contracts/comments.ts'
import type { BlockId, JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { OwnRow } from './own-row.ts'

export interface CommentTables {
  comment_threads: CommentThreadsTable
  comments: CommentsTable
  comment_mentions: CommentMarkTable
  comment_reactions: CommentReactionsTable
  comment_reads: CommentMarkTable
  comment_acts: CommentActsTable
}

interface CommentThreadsTable {
  journal_id: JournalId
  id: RowId
  person_id: PersonId
  at: Millis
  /** An Anchor, as JSON. */
  anchor: string
  /** The words it was made on, as they stood then. */
  quote: string
  resolved_at: Millis | null
  resolved_by: PersonId | null
  action_id: BlockId | null
}

export interface CommentsTable extends OwnRow {
  thread_id: RowId
  /** Empty once it is deleted. */
  words: string
  edited_at: Millis | null
  deleted_at: Millis | null
}

/** What a person put on a comment, or was put there of them. */
interface CommentMarkTable {
  journal_id: JournalId
  comment_id: RowId
  person_id: PersonId
  at: Millis
}

export interface CommentReactionsTable extends CommentMarkTable {
  reaction: Reaction
}

/** What a person did with a comment, or with a whole thread. Kept to tell others of it. */
export interface CommentActsTable {
  journal_id: JournalId
  id: RowId
  person_id: PersonId
  at: Millis
  thread_id: RowId
  comment_id: RowId | null
  what: 'edited' | 'reacted' | 'resolved' | 'reopened'
  reaction: Reaction | null
}
