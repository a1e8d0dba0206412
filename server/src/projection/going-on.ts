/** What the rows say of a document that its next entries may go on with. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Change } from './change.ts'
import { PAUSE } from './change-groups.ts'
import type { GoingOn } from './walk.ts'

/** `nextAt` is the time of the next entry; without it nothing is gone on with. */
export async function loadGoingOn(db: Kysely<Tables>, document: DocumentId, nextAt: Millis | undefined): Promise<GoingOn> {
  const [open, cuts] = await Promise.all([nextAt === undefined ? [] : loadOpenChanges(db, document, nextAt), loadCuts(db, document)])
  return { open, cuts }
}

async function loadOpenChanges(db: Kysely<Tables>, document: DocumentId, nextAt: Millis): Promise<Change[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('document_id', '=', document)
    .where('at', '>=', nextAt - PAUSE)
    .execute()
  return rows.map(({ document_id: _document, page_id: page, trivial, ...row }) => ({ ...row, page, isTrivial: trivial === 1 }))
}

async function loadCuts(db: Kysely<Tables>, document: DocumentId) {
  const ofAll = db.selectFrom('seen').select('seq').where('document_id', '=', document)
  const ofTargets = db.selectFrom('seen_targets').select('seq').where('document_id', '=', document)
  return (await ofAll.union(ofTargets).execute()).map(({ seq }) => seq)
}
