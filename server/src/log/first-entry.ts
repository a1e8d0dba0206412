/** The entry a new document is born with, written in the transaction that creates the document. */
import type { DocumentId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { packUpdates } from './entry-bytes.ts'

/** Who wrote a template's words: nobody who can sign in. */
export const TANDEM = 'tandem' as PersonId

export interface FirstEntry {
  readonly document: DocumentId
  readonly author: PersonId
  readonly at: Millis
  readonly update: Uint8Array
  /** The Yjs client ids of the update; nobody but the author may ever write under them. */
  readonly claims: readonly number[]
}

/** Stores entry 1 of a document. The document's row must already be written in the same transaction; nobody can have joined it yet. */
export async function storeFirstEntry(transaction: Transaction<Tables>, entry: FirstEntry): Promise<void> {
  const { document, author, at, update, claims } = entry
  await transaction
    .insertInto('log_entries')
    .values({ document_id: document, seq: 1, entry_id: 'first', author, connection: 'server', at, bytes: packUpdates([update]) })
    .execute()
  const owners = claims.map((client) => ({ document_id: document, client_id: client, person_id: author }))
  if (owners.length > 0) await transaction.insertInto('client_owners').values(owners).execute()
}
