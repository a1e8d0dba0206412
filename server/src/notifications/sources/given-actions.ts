/** Tells the owner of an action that somebody else made it theirs, or proposes that it be. */
import { action } from '@tandem/shared/document/entries/action.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
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
    .select(['blocks.block_id', 'blocks.page_id', 'blocks.owner', 'blocks.words', 'blocks.facts', 'changes.author', 'changes.at'])
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
            .where('notices.kind', 'in', ['action', 'proposal'])
            .whereRef('notices.block_id', '=', 'blocks.block_id'),
        ),
      ),
    )
    .orderBy('changes.seq')
    .execute()
  // The latest change of those says who gave it.
  const latest = new Map(rows.map((row) => [row.block_id, row]))
  return [...latest.values()].flatMap(({ block_id: block, page_id: page, owner, words, facts, author: by, at }) =>
    owner === null
      ? []
      : [
          {
            person: owner,
            journal,
            kind: isProposed(facts, owner) ? ('proposal' as const) : ('action' as const),
            key: `action:${block}:${owner}`,
            by,
            at,
            words,
            page,
            block,
          },
        ],
  )
}

/** What says who gave it waits for its owner's yes; what was written before there were proposals is simply theirs. */
function isProposed(facts: string, owner: PersonId): boolean {
  const { givenBy } = readKindFacts(action, JSON.parse(facts) as Facts)
  return givenBy !== undefined && givenBy !== null && givenBy !== owner
}

/** Marks proposals as read that their owner has answered, and tells whether there were any: what is answered waits for nobody. [N21] */
export async function readAnsweredProposals(db: Kysely<Tables>, journal: JournalId, now: Millis): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ read_at: now })
    .where('journal_id', '=', journal)
    .where('kind', '=', 'proposal')
    .where('read_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('acceptances')
          .select('acceptances.id')
          .whereRef('acceptances.journal_id', '=', 'notices.journal_id')
          .whereRef('acceptances.block_id', '=', 'notices.block_id')
          .whereRef('acceptances.person_id', '=', 'notices.person_id'),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
