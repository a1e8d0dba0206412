/** The changes of a document that the next entries may still go on with. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Change } from './change.ts'
import { PAUSE } from './change-groups.ts'

export async function loadOpenChanges(db: Kysely<Tables>, document: DocumentId, nextAt: Millis): Promise<Change[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('document_id', '=', document)
    .where('at', '>=', nextAt - PAUSE)
    .execute()
  return rows.map(({ document_id: _document, page_id: page, trivial, ...row }) => ({ ...row, page, isTrivial: trivial === 1 }))
}
