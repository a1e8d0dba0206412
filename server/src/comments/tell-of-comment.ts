/** Who is told of a comment: whoever is named in it, whoever has spoken in its thread, and for a new thread everybody else. Each once. */
import type { NoticeKind } from '@tandem/shared/contracts/notices.ts'
import { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { tell } from '../notifications/tell.ts'
import { findThread } from './find-comments.ts'
import type { Saying } from './say-comment.ts'

/** Answers whether anybody was told. Within the transaction in which it was said. */
export async function tellOfComment(transaction: Transaction<Tables>, saying: Omit<Saying, 'anchor' | 'atMost'>): Promise<readonly JournalId[]> {
  const { journal, person, comment, thread, words, mentions, now } = saying
  const row = await findThread(transaction, { journal, thread })
  if (!row) return []
  const anchor = Anchor.parse(JSON.parse(row.anchor))
  const speakers = await transaction
    .selectFrom('comments')
    .select('person_id')
    .distinct()
    .where('journal_id', '=', journal)
    .where('thread_id', '=', thread)
    .execute()
  const members = await transaction.selectFrom('members').select('person_id').where('journal_id', '=', journal).where('left_at', 'is', null).execute()
  const spoke = new Set(speakers.map(({ person_id }) => person_id))
  const kindFor = (reader: PersonId): NoticeKind => {
    if (mentions.includes(reader)) return 'mention'
    return spoke.has(reader) ? 'reply' : 'comment'
  }
  return tell(
    transaction,
    members.map(({ person_id: reader }) => ({
      person: reader,
      journal,
      kind: kindFor(reader),
      key: `comment:${comment}`,
      by: person,
      at: now,
      words,
      page: anchor.page,
      block: anchor.kind === 'page' ? null : anchor.block,
      thread,
      comment,
    })),
  )
}
