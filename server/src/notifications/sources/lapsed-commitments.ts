/** Tells a person that words they had committed to are no longer those words. */
import { wordingHash } from '@tandem/shared/document/wording.ts'
import { Direction } from '@tandem/shared/document/entries/expectation.ts'
import { type JournalId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import type { NewNotice } from '../tell.ts'

export interface Lapses {
  readonly lapsed: readonly NewNotice[]
  /** Keys of commitments whose wording stands, or stands again. */
  readonly standing: readonly string[]
}

/** [N16] A person's latest yes to an expectation whose wording has changed since. One notice for each yes. */
export async function findLapses(db: Kysely<Tables>, journal: JournalId): Promise<Lapses> {
  const rows = await db
    .selectFrom('commitments')
    .innerJoin('documents', 'documents.journal_id', 'commitments.journal_id')
    .innerJoin('projected_blocks as blocks', (join) =>
      join.onRef('blocks.document_id', '=', 'documents.id').onRef('blocks.block_id', '=', 'commitments.block_id'),
    )
    .select(['commitments.id', 'commitments.person_id', 'commitments.block_id', 'commitments.kind', 'commitments.hash', 'commitments.at'])
    .select(['blocks.page_id', 'blocks.words', 'blocks.facts', 'blocks.changed_at', 'blocks.changed_by'])
    .where('commitments.journal_id', '=', journal)
    .where('documents.kind', '=', 'journal')
    .where('blocks.kind', '=', 'expectation')
    .orderBy('commitments.number')
    .execute()
  const latest = new Map(rows.map((row) => [`${row.person_id} ${row.block_id}`, row]))
  const given = [...latest.values()].filter((row) => row.kind === 'given')
  const isStanding = (row: (typeof given)[number]) => row.hash === wordingHash(wordingOf(row.words, row.facts))
  return {
    standing: given.filter(isStanding).map(keyOf),
    lapsed: given
      // The projection may be a moment behind the yes: what it has not seen changed since has not lapsed.
      .filter((row) => !isStanding(row) && row.changed_at > row.at)
      .map((row) => ({
        person: row.person_id,
        journal,
        kind: 'lapsed' as const,
        key: keyOf(row),
        by: row.changed_by,
        at: row.changed_at,
        words: row.words,
        page: row.page_id,
        block: row.block_id,
      })),
  }
}

function keyOf({ id }: { readonly id: string }): string {
  return `lapsed:${id}`
}

function wordingOf(words: string, stored: string) {
  const facts = JSON.parse(stored) as Readonly<Record<string, unknown>>
  const [direction, by] = [Direction.safeParse(facts['direction']), PersonId.safeParse(facts['by'])]
  return { words, direction: direction.data ?? null, by: by.data ?? null }
}
