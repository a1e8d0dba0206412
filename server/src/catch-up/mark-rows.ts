/** Writes which rows of others a person has seen: comments as read, what is vouched for by its id. */
import type { JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import { readComments } from '../comments/mark-comments.ts'
import type { Tables } from '../database/tables.ts'
import { readNoticesOf } from '../notifications/notices-of-comments.ts'
import { loadActs } from './said-acts.ts'
import { loadVouched, VOUCHED } from './said-rows.ts'
import { readNoticesOfRows } from '../notifications/notices-of-rows.ts'
import type { Watched } from './seen.ts'

interface Looker {
  readonly journal: JournalId
  readonly person: PersonId
}

/** Answers whether comments were among them. Ids of nothing in this journal are passed over. */
export async function markRowsSeen(db: Kysely<Tables>, looker: Looker & { readonly now: Millis }, ids: readonly RowId[]): Promise<boolean> {
  if (ids.length === 0) return false
  const { journal, now } = looker
  const found = await Promise.all(
    [...VOUCHED, 'comment_acts' as const].map((table) => db.selectFrom(table).select('id').where('journal_id', '=', journal).where('id', 'in', ids).execute()),
  )
  const vouched = new Set(found.flat().map(({ id }) => id))
  await markVouched(db, looker, [...vouched])
  await readNoticesOfRows(db, looker, [...vouched], now)
  const others = ids.filter((id) => !vouched.has(id))
  await readComments(db, looker, others)
  await readNoticesOf(db, looker, others, now)
  return others.length > 0
}

/** What others vouched for on the page while it was watched. A block that is among nobody's rows yet was made this moment, before the same eyes. Comments are read in the margin. Answers whether anything of the inbox was read by it. */
export async function markRowsWatched(db: Kysely<Tables>, looker: Looker & { readonly now: Millis }, { page, from, to }: Watched): Promise<boolean> {
  const unseen = (await Promise.all([loadVouched(db, looker), loadActs(db, looker)])).flat()
  const watched = unseen.filter((row) => (row.page === page || row.page === null) && row.at >= from && row.at <= to).map(({ row }) => row)
  await markVouched(db, looker, watched)
  return readNoticesOfRows(db, looker, watched, looker.now)
}

async function markVouched(db: Kysely<Tables>, { journal, person }: Looker, ids: readonly RowId[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .insertInto('seen_rows')
    .values(ids.map((id) => ({ journal_id: journal, row_id: id, person_id: person })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
