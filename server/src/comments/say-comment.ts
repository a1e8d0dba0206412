/** Saying something in a margin, changing it and taking it back. Runs within changeJournal, so that nobody else numbers comments of the journal meanwhile. */
import type { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import { BREAK } from '@tandem/shared/document/anchors/anchor.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { forgetActsOn, noteAct } from './comment-acts.ts'
import { findComment, findThread } from './find-comments.ts'

export interface Saying {
  readonly journal: JournalId
  readonly person: PersonId
  readonly comment: RowId
  readonly thread: RowId
  readonly anchor?: Anchor | undefined
  readonly words: string
  readonly mentions: readonly PersonId[]
  readonly now: Millis
  readonly atMost: number
}

/** Whether it was said now: the same id again changes nothing, and is refused with `id-taken` when it is somebody else's. */
export async function sayComment(transaction: Transaction<Tables>, saying: Saying): Promise<boolean> {
  const { journal, person, comment, thread, words, mentions, now } = saying
  const known = await findComment(transaction, { journal, comment })
  if (known && (known.person_id !== person || known.thread_id !== thread)) throw new Failure('id-taken')
  if (known) return false
  await requirePeople(transaction, journal, mentions)
  await beginThread(transaction, saying)
  const number = await nextNumber(transaction, saying)
  await transaction
    .insertInto('comments')
    .values({ journal_id: journal, id: comment, number, person_id: person, at: now, thread_id: thread, words, edited_at: null, deleted_at: null })
    .execute()
  await mention(transaction, { journal, comment, mentions, now })
  return true
}

export interface Editing {
  readonly journal: JournalId
  readonly person: PersonId
  readonly comment: RowId
  readonly words: string
  readonly mentions: readonly PersonId[]
  readonly now: Millis
}

export async function editComment(transaction: Transaction<Tables>, { journal, person, comment, words, mentions, now }: Editing): Promise<void> {
  const known = await requireOwn(transaction, { journal, person, comment })
  if (known.deleted_at !== null) throw new Failure('unknown-comment')
  if (known.words === words) return
  await requirePeople(transaction, journal, mentions)
  await transaction.updateTable('comments').set({ words, edited_at: now }).where('journal_id', '=', journal).where('id', '=', comment).execute()
  await transaction.deleteFrom('comment_mentions').where('journal_id', '=', journal).where('comment_id', '=', comment).execute()
  await mention(transaction, { journal, comment, mentions, now })
  await noteAct(transaction, { journal, person, now, thread: known.thread_id, comment, what: 'edited' })
}

/** The words go for good, with what others put on them; the row stays, so that answers have something to answer to. */
export async function removeComment(transaction: Transaction<Tables>, own: Pick<Editing, 'journal' | 'person' | 'comment' | 'now'>): Promise<void> {
  const { journal, comment, now } = own
  const known = await requireOwn(transaction, own)
  if (known.deleted_at !== null) return
  await transaction.updateTable('comments').set({ words: '', deleted_at: now }).where('journal_id', '=', journal).where('id', '=', comment).execute()
  for (const table of ['comment_mentions', 'comment_reactions'] as const) {
    await transaction.deleteFrom(table).where('journal_id', '=', journal).where('comment_id', '=', comment).execute()
  }
  await forgetActsOn(transaction, { journal, comment })
}

async function requireOwn(transaction: Transaction<Tables>, { journal, person, comment }: Pick<Editing, 'journal' | 'person' | 'comment'>) {
  const known = await findComment(transaction, { journal, comment })
  if (!known) throw new Failure('unknown-comment')
  if (known.person_id !== person) throw new Failure('not-yours')
  return known
}

async function beginThread(transaction: Transaction<Tables>, { journal, person, thread, anchor, now }: Saying): Promise<void> {
  if (await findThread(transaction, { journal, thread })) return
  if (!anchor) throw new Failure('unknown-thread')
  const quote = anchor.kind === 'page' ? '' : anchor.quote.words.replaceAll(BREAK, '\n')
  await transaction
    .insertInto('comment_threads')
    .values({
      journal_id: journal,
      id: thread,
      person_id: person,
      at: now,
      anchor: JSON.stringify(anchor),
      quote,
      resolved_at: null,
      resolved_by: null,
      action_id: null,
    })
    .execute()
}

async function nextNumber(transaction: Transaction<Tables>, { journal, atMost }: Saying): Promise<number> {
  const last = await transaction.selectFrom('comments').select('number').where('journal_id', '=', journal).orderBy('number', 'desc').executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  if (number > atMost) throw new Failure('too-many-rows')
  return number
}

/** Who has left meanwhile may be named all the same: what was said offline must not be refused for it. */
async function requirePeople(transaction: Transaction<Tables>, journal: JournalId, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return
  const rows = await transaction.selectFrom('members').select('person_id').where('journal_id', '=', journal).where('person_id', 'in', people).execute()
  if (rows.length < new Set(people).size) throw new Failure('unknown-member')
}

async function mention(
  transaction: Transaction<Tables>,
  { journal, comment, mentions, now }: { readonly journal: JournalId; readonly comment: RowId; readonly mentions: readonly PersonId[]; readonly now: Millis },
): Promise<void> {
  const rows = [...new Set(mentions)].map((person) => ({ journal_id: journal, comment_id: comment, person_id: person, at: now }))
  if (rows.length > 0) await transaction.insertInto('comment_mentions').values(rows).execute()
}
