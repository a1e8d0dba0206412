/** Everything in a journal's margins, as one of its people sees it: a handful of queries, however many threads there are. */
import type { Comment, Thread } from '@tandem/shared/contracts/comments.ts'
import { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import type { JournalId, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { Kysely, Selectable } from 'kysely'
import type { CommentReactionsTable, CommentsTable } from '../database/comment-tables.ts'
import type { Tables } from '../database/tables.ts'

export interface Margins {
  readonly threads: Thread[]
  readonly unread: RowId[]
  readonly people: { person: PersonId; name: string; hue: number }[]
}

export async function listComments(db: Kysely<Tables>, journal: JournalId, person: PersonId): Promise<Margins> {
  const [threads, comments, mentions, reactions, unread, people] = await Promise.all([
    db.selectFrom('comment_threads').selectAll().where('journal_id', '=', journal).orderBy('at').orderBy('id').execute(),
    db.selectFrom('comments').selectAll().where('journal_id', '=', journal).orderBy('number').execute(),
    db.selectFrom('comment_mentions').selectAll().where('journal_id', '=', journal).orderBy('person_id').execute(),
    db.selectFrom('comment_reactions').selectAll().where('journal_id', '=', journal).orderBy('at').orderBy('person_id').execute(),
    loadUnread(db, journal, person),
    loadPeople(db, journal),
  ])
  const marks = { mentions: Map.groupBy(mentions, (row) => row.comment_id), reactions: Map.groupBy(reactions, (row) => row.comment_id) }
  const byThread = Map.groupBy(comments, (row) => row.thread_id)
  return {
    unread,
    people,
    threads: threads.flatMap((row) => {
      const said = whatIsLeft(byThread.get(row.id) ?? []).map((comment) => commentOf(comment, marks))
      if (said.length === 0) return []
      const resolved = row.resolved_at !== null && row.resolved_by !== null ? { person: row.resolved_by, at: row.resolved_at } : null
      return [{ thread: row.id, anchor: Anchor.parse(JSON.parse(row.anchor)), quote: row.quote, resolved, action: row.action_id, comments: said }]
    }),
  }
}

/** Deleted comments are gone; the first stays as an empty place while there are answers to it. */
function whatIsLeft(comments: readonly Selectable<CommentsTable>[]): readonly Selectable<CommentsTable>[] {
  const left = comments.filter(({ deleted_at }) => deleted_at === null)
  const first = comments[0]
  return first && first.deleted_at !== null && left.length > 0 ? [first, ...left] : left
}

interface Marks {
  readonly mentions: ReadonlyMap<RowId, readonly { readonly person_id: PersonId }[]>
  readonly reactions: ReadonlyMap<RowId, readonly Selectable<CommentReactionsTable>[]>
}

function commentOf({ id, person_id: person, at, words, edited_at: editedAt, deleted_at }: Selectable<CommentsTable>, { mentions, reactions }: Marks): Comment {
  return {
    comment: id,
    person,
    at,
    words,
    editedAt,
    isDeleted: deleted_at !== null,
    mentions: (mentions.get(id) ?? []).map((row) => row.person_id),
    reactions: (reactions.get(id) ?? []).map((row) => ({ reaction: row.reaction, person: row.person_id })),
  }
}

/** What was said before somebody came is no news to them. */
async function loadUnread(db: Kysely<Tables>, journal: JournalId, person: PersonId): Promise<RowId[]> {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('members', (join) => join.onRef('members.journal_id', '=', 'comments.journal_id').on('members.person_id', '=', person))
    .leftJoin('comment_reads', (join) =>
      join
        .onRef('comment_reads.journal_id', '=', 'comments.journal_id')
        .onRef('comment_reads.comment_id', '=', 'comments.id')
        .on('comment_reads.person_id', '=', person),
    )
    .select('comments.id')
    .where('comments.journal_id', '=', journal)
    .where('comments.person_id', '!=', person)
    .where('comments.deleted_at', 'is', null)
    .where('comment_reads.comment_id', 'is', null)
    .whereRef('comments.at', '>=', 'members.joined_at')
    .orderBy('comments.number')
    .execute()
  return rows.map(({ id }) => id)
}

async function loadPeople(db: Kysely<Tables>, journal: JournalId): Promise<Margins['people']> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person_id')
    .select(['members.person_id', 'people.name', 'members.hue'])
    .where('members.journal_id', '=', journal)
    .orderBy('members.joined_at')
    .execute()
  return rows.map(({ person_id: person, name, hue }) => ({ person, name, hue }))
}
