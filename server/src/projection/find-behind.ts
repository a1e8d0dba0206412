/** The documents whose rows lag behind their log, found by the log's index: no journal is read for it. */
import type { DocumentId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { PROJECTION_VERSION } from './write-rows.ts'

/** Documents looked at in one query, so that nobody else's waits long. */
const PAGE = 1000

export async function* findBehind(db: Kysely<Tables>): AsyncGenerator<DocumentId, void, undefined> {
  let after = '' as DocumentId
  for (;;) {
    const rows = await db
      .selectFrom('documents')
      .leftJoin('projections', 'projections.document_id', 'documents.id')
      .select(['documents.id', 'projections.seq', 'projections.version'])
      .select(({ selectFrom }) =>
        selectFrom('log_entries')
          .select(({ fn }) => fn.max<number | null>('log_entries.seq').as('head'))
          .whereRef('log_entries.document_id', '=', 'documents.id')
          .as('head'),
      )
      .where('documents.id', '>', after)
      .orderBy('documents.id')
      .limit(PAGE)
      .execute()
    for (const { id, seq, version, head } of rows) {
      after = id
      if ((head ?? 0) > (seq ?? 0) || (seq !== null && version !== PROJECTION_VERSION)) yield id
    }
    if (rows.length < PAGE) return
  }
}
