/** Writes what a person has seen. It only ever grows. */
import type { DocumentId, Millis, PageId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { unseenBy } from './unseen.ts'

export interface Looker {
  readonly document: DocumentId
  readonly person: PersonId
  readonly now: Millis
}

/** Everything up to this seq, or to where the rows go when that is less: nobody has seen what is not known yet. */
export async function markSeen(db: Kysely<Tables>, looker: Looker, upTo: Seq): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const position = await transaction.selectFrom('projections').select('seq').where('document_id', '=', looker.document).executeTakeFirst()
    await advance(transaction, looker, Math.min(upTo, position?.seq ?? 0))
  })
}

export interface Watched {
  readonly page: PageId
  readonly from: Millis
  readonly to: Millis
}

/** What others did on the page while it was watched. Once nothing unseen is left before something seen, the seq moves on and the single marks go. */
export async function markWatched(db: Kysely<Tables>, looker: Looker, { page, from, to }: Watched): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { document, person } = looker
    const watched = await unseenBy(transaction, looker)
      .select(['changes.target', 'changes.seq'])
      .where('changes.page_id', '=', page)
      .where('changes.at', '>=', from)
      .where('changes.at', '<=', to)
      .execute()
    const marks = [...Map.groupBy(watched, (change) => change.target)].map(([target, changes]) => ({
      document_id: document,
      person_id: person,
      target,
      seq: Math.max(...changes.map(({ seq }) => seq)),
    }))
    // Nobody has to be told anew what they have seen, and whoever types alone would cut their own changes into pieces. [P9]
    if (marks.length === 0) return
    await transaction
      .insertInto('seen_targets')
      .values(marks)
      .onConflict((conflict) => conflict.columns(['document_id', 'person_id', 'target']).doUpdateSet((row) => ({ seq: row.ref('excluded.seq') })))
      .execute()
    const first = await unseenBy(transaction, looker).select('changes.seq').orderBy('changes.seq').limit(1).executeTakeFirst()
    const position = await transaction.selectFrom('projections').select('seq').where('document_id', '=', document).executeTakeFirst()
    await advance(transaction, looker, first ? first.seq - 1 : (position?.seq ?? 0))
  })
}

/** Whether others did anything on the page while it was watched, seen or not. */
export async function wasWatched(db: Kysely<Tables>, { document, person }: Looker, { page, from, to }: Watched): Promise<boolean> {
  const change = await db
    .selectFrom('changes')
    .select('seq')
    .where('document_id', '=', document)
    .where('page_id', '=', page)
    .where('at', '>=', from)
    .where('at', '<=', to)
    .where('author', '!=', person)
    .limit(1)
    .executeTakeFirst()
  return change !== undefined
}

async function advance(transaction: Transaction<Tables>, { document, person, now }: Looker, seq: Seq): Promise<void> {
  await transaction
    .insertInto('seen')
    .values({ document_id: document, person_id: person, seq, at: now })
    .onConflict((conflict) => conflict.columns(['document_id', 'person_id']).doUpdateSet({ seq, at: now }).where('seen.seq', '<=', seq))
    .execute()
  await transaction.deleteFrom('seen_targets').where('document_id', '=', document).where('person_id', '=', person).where('seq', '<=', seq).execute()
}
