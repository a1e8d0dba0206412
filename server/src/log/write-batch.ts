/** The writes of one commit. Each statement is compiled once by Kysely and then only filled, for building a query costs more than running it. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { PlainQuery, RowsWrite } from '../database/database.ts'
import type { LogEntriesTable, Tables } from '../database/tables.ts'
import type { Numbered, Storable } from './batch.ts'
import { packInto } from './entry-bytes.ts'

/** Their order in a row; the bytes stand last, as RowsWrite wants them. */
const COLUMNS = ['document_id', 'seq', 'entry_id', 'author', 'connection', 'at', 'bytes'] as const

export class BatchWriter {
  readonly #db: Kysely<Tables>
  readonly #insertSql: string
  readonly #touchSql: string

  constructor(db: Kysely<Tables>) {
    this.#db = db
    this.#insertSql = insertSql(db)
    this.#touchSql = touch(db, '' as DocumentId, 0).sql
  }

  /** Everything that must be committed together for these appends; `touched` are the documents whose time of change is due. */
  writes(batch: readonly Numbered<Storable>[], touched: ReadonlyMap<DocumentId, Millis>): (PlainQuery | RowsWrite)[] {
    const writes: (PlainQuery | RowsWrite)[] = [this.#rows(batch)]
    for (const { append } of batch) {
      if (append.claims.length > 0) writes.push(this.#claims(append.document, append.entry.author, append.claims))
    }
    for (const [document, at] of touched) writes.push({ sql: this.#touchSql, parameters: [at, document, at] })
    return writes
  }

  #rows(batch: readonly Numbered<Storable>[]): RowsWrite {
    const values: (string | number)[] = []
    const bytes = new Uint8Array(batch.reduce((size, { append }) => size + append.size, 0))
    let at = 0
    for (const { append, seq } of batch) {
      const { document, entry, size } = append
      values.push(document, seq, entry.id, entry.author, entry.connection, entry.at, size)
      packInto(bytes, at, entry.updates)
      at += size
    }
    return { sql: this.#insertSql, width: COLUMNS.length, values, bytes }
  }

  #claims(document: DocumentId, person: LogEntriesTable['author'], clients: readonly number[]): PlainQuery {
    const owners = clients.map((client) => ({ document_id: document, client_id: client, person_id: person }))
    return this.#db.insertInto('client_owners').values(owners).compile()
  }
}

function insertSql(db: Kysely<Tables>): string {
  // Each column's name stands where its value will: so the order of the parameters can be checked.
  const names = Object.fromEntries(COLUMNS.map((column) => [column, column])) as unknown as LogEntriesTable
  const { sql, parameters } = db.insertInto('log_entries').values(names).compile()
  if (parameters.join() !== COLUMNS.join()) throw new Error(`The row of an entry is written in another order: ${parameters.join()}.`)
  return sql
}

function touch(db: Kysely<Tables>, document: DocumentId, at: Millis): PlainQuery {
  return db.updateTable('documents').set({ changed_at: at }).where('id', '=', document).where('changed_at', '<', at).compile()
}
