/** What is read of the log, and the snapshots kept beside it. */
import type { DocumentId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { readRow } from './row-bytes.ts'
import type { Entry, Snapshot } from './update-log.ts'

/** The rows of a page: few at first, for a row may hold hundreds of entries, which are read in one turn of the loop; more where they hold few. */
const PAGE = { least: 16, most: 256, entries: 2048 }

/** Entries after `since`, in order, read in pages. Compaction may run between two pages: then an entry carries again what an earlier page has brought, which Yjs ignores. */
export async function* readSince(db: Kysely<Tables>, document: DocumentId, since: Seq): AsyncGenerator<Entry, void, undefined> {
  let told = since
  for (let last = since, limit = PAGE.least; ; ) {
    const rows = await db
      .selectFrom('log_entries')
      .selectAll()
      .where('document_id', '=', document)
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(limit)
      .execute()
    let entries = 0
    for (const row of rows) {
      last = row.seq
      for (const entry of readRow(row)) {
        entries += 1
        // After a compaction a row may begin with what the page before has brought.
        if (entry.seq <= told) continue
        told = entry.seq
        yield entry
      }
    }
    if (rows.length < limit) return
    limit = Math.min(PAGE.most, Math.max(PAGE.least, Math.floor((PAGE.entries * rows.length) / entries)))
  }
}

/** The newest snapshot of a document, if any. */
export async function findSnapshot(db: Kysely<Tables>, document: DocumentId): Promise<Snapshot | undefined> {
  const row = await db.selectFrom('snapshots').selectAll().where('document_id', '=', document).executeTakeFirst()
  return row && { seq: row.seq, bytes: row.bytes, stateVector: row.state_vector, deletes: row.deletes }
}

/** Up to where it was read out of the logs of these documents, into a snapshot or into the rows of the projection; one of which neither is kept is absent. */
export async function loadReadOutSeqs(db: Kysely<Tables>, documents: readonly DocumentId[]): Promise<Map<DocumentId, Seq>> {
  const seqs = new Map<DocumentId, Seq>()
  for (const table of ['snapshots', 'projections'] as const) {
    const rows = await db.selectFrom(table).select(['document_id', 'seq']).where('document_id', 'in', documents).execute()
    for (const { document_id: document, seq } of rows) seqs.set(document, Math.max(seq, seqs.get(document) ?? 0))
  }
  return seqs
}

/** Keeps a snapshot unless a newer one is kept already. */
export async function saveSnapshot(db: Kysely<Tables>, document: DocumentId, { seq, bytes, stateVector, deletes }: Snapshot): Promise<void> {
  await db
    .insertInto('snapshots')
    .values({ document_id: document, seq, bytes, state_vector: stateVector, deletes })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet({ seq, bytes, state_vector: stateVector, deletes }).where('snapshots.seq', '<', seq))
    .execute()
}

/** Whom the client ids of a document belong to. */
export async function loadOwners(db: Kysely<Tables>, document: DocumentId): Promise<Map<number, PersonId>> {
  const rows = await db.selectFrom('client_owners').select(['client_id', 'person_id']).where('document_id', '=', document).execute()
  return new Map(rows.map((row) => [row.client_id, row.person_id]))
}
