/** What people are told of what others vouch for: told to everybody else, read with the row itself, and gone when it is taken back. [N27] */
import type { NoticeKind } from '@tandem/shared/contracts/notices.ts'
import type { BlockId, JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { tell } from './tell.ts'

interface SaidRow {
  readonly journal: JournalId
  readonly person: PersonId
  readonly row: RowId
  readonly block: BlockId
  readonly kind: Extract<NoticeKind, 'commitment' | 'check-in'>
  readonly words: string
  readonly now: Millis
}

/** Within the transaction in which it was said. Answers as `tell` does. */
export async function tellOfRow(db: Kysely<Tables>, { journal, person, row, block, kind, words, now }: SaidRow): Promise<readonly JournalId[]> {
  const members = await db.selectFrom('members').select('person_id').where('journal_id', '=', journal).where('left_at', 'is', null).execute()
  const place = await db
    .selectFrom('projected_blocks as blocks')
    .innerJoin('documents', 'documents.id', 'blocks.document_id')
    .select('blocks.page_id')
    .where('documents.journal_id', '=', journal)
    .where('documents.kind', '=', 'journal')
    .where('blocks.block_id', '=', block)
    .executeTakeFirst()
  return tell(
    db,
    members.map(({ person_id: reader }) => ({
      person: reader,
      journal,
      kind,
      key: keyOf(row),
      by: person,
      at: now,
      words,
      page: place?.page_id ?? null,
      block,
    })),
  )
}

/** Of this row, or of all that this person said of this kind about the block. Answers whether there was anything to take back. */
export async function takeBackNotices(
  db: Kysely<Tables>,
  { journal, person, kind, block, row }: Pick<SaidRow, 'journal' | 'person' | 'kind' | 'block'> & { readonly row?: RowId },
): Promise<boolean> {
  let removal = db
    .deleteFrom('notices')
    .where('journal_id', '=', journal)
    .where('by_person', '=', person)
    .where('kind', '=', kind)
    .where('block_id', '=', block)
  if (row) removal = removal.where('key', '=', keyOf(row))
  return (await removal.executeTakeFirst()).numDeletedRows > 0n
}

/** Whoever has seen a row where it stands need not read in the inbox, or in a mail, that it is there. Answers whether they had not. */
export async function readNoticesOfRows(
  db: Kysely<Tables>,
  reader: { readonly journal: JournalId; readonly person: PersonId },
  rows: readonly RowId[],
  now: Millis,
): Promise<boolean> {
  if (rows.length === 0) return false
  const read = await db
    .updateTable('notices')
    .set({ read_at: now })
    .where('person_id', '=', reader.person)
    .where('journal_id', '=', reader.journal)
    .where('key', 'in', rows.map(keyOf))
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return read.numUpdatedRows > 0n
}

function keyOf(row: RowId): string {
  return `row:${row}`
}
