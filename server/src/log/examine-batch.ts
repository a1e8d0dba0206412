/** Finds out why a batch broke a rule of the tables, so that only those appends are refused that cannot be stored. */
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type Append, documentsOf, entryKey } from './batch.ts'
import type { Doubts } from './doubts.ts'
import { readRow } from './row-bytes.ts'

export type Finding =
  | { readonly kind: 'storable'; readonly append: Append }
  /** Stored by an earlier append of the same entry. */
  | { readonly kind: 'stored'; readonly append: Append; readonly seq: Seq }
  | { readonly kind: 'refused'; readonly append: Append; readonly failure: Failure }

/** A statement takes no more than some thirty thousand parameters. */
const DOCUMENTS_AT_ONCE = 1000

/** The newest seq of each of these documents' rows; 0 for an empty log. A document that does not exist is absent. */
export async function loadHeads(db: Kysely<Tables>, documents: readonly DocumentId[]): Promise<Map<DocumentId, Seq>> {
  const heads = new Map<DocumentId, Seq>()
  for (let from = 0; from < documents.length; from += DOCUMENTS_AT_ONCE) {
    const rows = await loadSomeHeads(db, documents.slice(from, from + DOCUMENTS_AT_ONCE))
    for (const { id, head } of rows) heads.set(id, head ?? 0)
  }
  return heads
}

function loadSomeHeads(db: Kysely<Tables>, documents: readonly DocumentId[]): Promise<{ id: DocumentId; head: Seq | null }[]> {
  return db
    .selectFrom('documents')
    .where('id', 'in', documents)
    .select((expression) => [
      'id',
      // Asked per document, because that is one step in the index; a `group by` reads the whole log.
      expression
        .selectFrom('log_entries')
        .whereRef('log_entries.document_id', '=', 'documents.id')
        .select((inner) => inner.fn.max('seq').as('head'))
        .as('head'),
    ])
    .execute()
}

/** Compares the appends with what is committed; `doubts` says where entries are to be looked for. Changes nothing but the appends' claims, of which it drops the stored ones. */
export async function examine(db: Kysely<Tables>, batch: readonly Append[], doubts: Doubts): Promise<Finding[]> {
  const documents = documentsOf(batch)
  const heads = await loadHeads(db, documents)
  const stored = await loadStored(db, batch, doubts)
  const owners = await loadOwnersOfClaims(db, batch)
  return batch.map((append): Finding => {
    const { document, entry } = append
    if (!heads.has(document)) return { kind: 'refused', append, failure: new Failure('unknown-document', { document }) }
    const seq = stored.get(entryKey(document, entry.id))
    if (seq !== undefined) return { kind: 'stored', append, seq }
    append.claims = append.claims.filter((client) => owners.get(claimKey(document, client)) !== entry.author)
    if (append.claims.some((client) => owners.has(claimKey(document, client)))) {
      return { kind: 'refused', append, failure: new Failure('foreign-client-id', { document }) }
    }
    for (const client of append.claims) owners.set(claimKey(document, client), entry.author)
    return { kind: 'storable', append }
  })
}

/** Reads the ends of the logs in question, each a few entries; without an index of entry ids, which would cost every append as much as its row. */
async function loadStored(db: Kysely<Tables>, batch: readonly Append[], doubts: Doubts): Promise<Map<string, Seq>> {
  const stored = new Map<string, Seq>()
  for (const [document, since] of doubts.ofBatch(batch)) {
    const rows = await db.selectFrom('log_entries').selectAll().where('document_id', '=', document).where('seq', '>', since).execute()
    for (const { id, seq } of rows.flatMap(readRow)) stored.set(entryKey(document, id), seq)
  }
  return stored
}

/** So many documents and client ids are asked for at once where each brings few: the database tries each with each. */
const CLAIMS_AT_ONCE = 32
/** So many of one document that brings more: each is one step in the index, and others' commits wait for every question. */
const CLAIMS_OF_ONE_AT_ONCE = 5000

type Claiming = Pick<Append, 'document' | 'claims'>

/** Whom the claimed client ids belong to already, by `claimKey`. */
export async function loadOwnersOfClaims(db: Kysely<Tables>, batch: readonly Claiming[]): Promise<Map<string, string>> {
  const [many, few] = [batch.filter(bringsMany), batch.filter((each) => !bringsMany(each))]
  const pairs = few.flatMap(({ document, claims }) => claims.map((client) => ({ document, client })))
  const questions = [
    ...pieces(pairs, CLAIMS_AT_ONCE),
    ...many.flatMap(({ document, claims }) =>
      pieces(
        claims.map((client) => ({ document, client })),
        CLAIMS_OF_ONE_AT_ONCE,
      ),
    ),
  ]
  const owners = new Map<string, string>()
  for (const asked of questions) {
    const clients = asked.map(({ client }) => client)
    const rows = await db.selectFrom('client_owners').selectAll().where('document_id', 'in', documentsOf(asked)).where('client_id', 'in', clients).execute()
    for (const row of rows) owners.set(claimKey(row.document_id, row.client_id), row.person_id)
  }
  return owners
}

function bringsMany({ claims }: Claiming): boolean {
  return claims.length > CLAIMS_AT_ONCE
}

function pieces<Item>(all: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
}

export function claimKey(document: DocumentId, client: number): string {
  return `${document}/${client}`
}
