/** The writes of one commit. Each statement is compiled once by Kysely and then only filled, for building a query costs more than running it. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { PlainQuery } from '../database/database.ts'
import type { LogEntriesTable, Tables } from '../database/tables.ts'
import type { NumberedAppend } from './batch.ts'

/** Rows of one statement: powers of two, so that few statements serve every size of batch and none exceeds a database's limit of parameters. */
const ROWS_PER_STATEMENT = [64, 32, 16, 8, 4, 2, 1]

interface InsertTemplate {
  readonly rows: number
  readonly sql: string
  /** The column of each parameter of one row, in order. */
  readonly columns: readonly (keyof LogEntriesTable)[]
}

export class BatchWriter {
  readonly #db: Kysely<Tables>
  readonly #inserts: readonly InsertTemplate[]
  readonly #touchSql: string

  constructor(db: Kysely<Tables>) {
    this.#db = db
    this.#inserts = ROWS_PER_STATEMENT.map((rows) => insertTemplate(db, rows))
    this.#touchSql = touch(db, '' as DocumentId, 0).sql
  }

  /** Everything that must be committed together for these appends; `touched` are the documents whose time of change is due. */
  writes(batch: readonly NumberedAppend[], touched: ReadonlyMap<DocumentId, Millis>): PlainQuery[] {
    const writes: PlainQuery[] = []
    let from = 0
    for (const { rows, sql, columns } of this.#inserts) {
      for (; batch.length - from >= rows; from += rows) {
        const parameters: unknown[] = []
        for (const numbered of batch.slice(from, from + rows)) {
          const row = rowOf(numbered)
          for (const column of columns) parameters.push(row[column])
        }
        writes.push({ sql, parameters })
      }
    }
    for (const { append } of batch) {
      if (append.claims.length > 0) writes.push(this.#claims(append.document, append.entry.author, append.claims))
    }
    for (const [document, at] of touched) writes.push({ sql: this.#touchSql, parameters: [at, document, at] })
    return writes
  }

  #claims(document: DocumentId, person: LogEntriesTable['author'], clients: readonly number[]): PlainQuery {
    const owners = clients.map((client) => ({ document_id: document, client_id: client, person_id: person }))
    return this.#db.insertInto('client_owners').values(owners).compile()
  }
}

function rowOf({ append, seq }: NumberedAppend): LogEntriesTable {
  const { document, entry, bytes } = append
  return { document_id: document, seq, entry_id: entry.id, author: entry.author, connection: entry.connection, at: entry.at, bytes }
}

function insertTemplate(db: Kysely<Tables>, rows: number): InsertTemplate {
  const columns = ['document_id', 'seq', 'entry_id', 'author', 'connection', 'at', 'bytes'] as const
  const names = Object.fromEntries(columns.map((column) => [column, column])) as unknown as LogEntriesTable
  const { sql, parameters } = db
    .insertInto('log_entries')
    .values(Array.from({ length: rows }, () => names))
    .compile()
  // Kysely decides the order of a row's parameters; the names stand in it where the values will.
  return { rows, sql, columns: parameters.slice(0, columns.length) as (keyof LogEntriesTable)[] }
}

function touch(db: Kysely<Tables>, document: DocumentId, at: Millis): PlainQuery {
  return db.updateTable('documents').set({ changed_at: at }).where('id', '=', document).where('changed_at', '<', at).compile()
}
