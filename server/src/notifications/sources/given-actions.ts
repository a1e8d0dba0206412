/** Tells the owner of an action that somebody else made theirs. */
import type { JournalId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import type { NewNotice } from '../tell.ts'

/** What happened longer ago is no news: a projection that is made anew must not tell of last year. */
const NEWS: Millis = 24 * 60 * 60_000

/** Open actions whose owner somebody else has set lately. [N15] One notice for an action and an owner, however often it goes back and forth. */
export async function findGivenActions(db: Kysely<Tables>, journal: JournalId, now: Millis): Promise<readonly NewNotice[]> {
  const rows = await db
    .selectFrom('projected_blocks as blocks')
    .innerJoin('documents', 'documents.id', 'blocks.document_id')
    .innerJoin('changes', (join) => join.onRef('changes.document_id', '=', 'blocks.document_id').onRef('changes.target', '=', 'blocks.block_id'))
    .select(['blocks.block_id', 'blocks.page_id', 'blocks.owner', 'blocks.words', 'changes.author', 'changes.at'])
    .where('documents.journal_id', '=', journal)
    .where('documents.kind', '=', 'journal')
    .where('blocks.kind', '=', 'action')
    .where('blocks.end', 'is', null)
    .where('blocks.owner', 'is not', null)
    .where('changes.at', '>', now - NEWS)
    .where(({ eb, or, and }) =>
      or([eb('changes.what', '=', 'added'), and([eb('changes.what', '=', 'fact'), eb('changes.field', '=', 'owner')]), eb('changes.what', '=', 'turned')]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notices')
            .select('notices.id')
            .where('notices.journal_id', '=', journal)
            .whereRef('notices.person_id', '=', 'blocks.owner')
            .where('notices.kind', '=', 'action')
            .whereRef('notices.block_id', '=', 'blocks.block_id'),
        ),
      ),
    )
    .orderBy('changes.seq')
    .execute()
  // The latest change of those says who gave it.
  const latest = new Map(rows.map((row) => [row.block_id, row]))
  return [...latest.values()].flatMap(({ block_id: block, page_id: page, owner, words, author: by, at }) =>
    owner === null ? [] : [{ person: owner, journal, kind: 'action' as const, key: `action:${block}:${owner}`, by, at, words, page, block }],
  )
}
