/** The writes of one commit. Each statement is compiled once by Kysely and then only filled, for building a query costs more than running it. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { PlainQuery, RowsWrite } from '../database/database.ts'
import type { LogEntriesTable, Tables } from '../database/tables.ts'
import type { LogRow } from './batch.ts'

/** Their order in a row; the bytes stand last, as RowsWrite wants them. */
const COLUMNS = ['document_id', 'seq', 'entry_id', 'author', 'connection', 'at', 'bytes'] as const

/** A statement takes some thousands of values at most, and one update may bring more client ids than that. */
const CLAIMS_AT_ONCE = 1000

export class BatchWriter {
  readonly #db: Kysely<Tables>
  readonly #insertSql: string
  readonly #touchSql: string

  constructor(db: Kysely<Tables>) {
    this.#db = db
    this.#insertSql = insertSql(db)
    this.#touchSql = touch(db, '' as DocumentId, 0).sql
  }

  /** Everything that must be committed together for these rows; `touched` are the documents whose time of change is due. */
  writes(rows: readonly LogRow[], touched: ReadonlyMap<DocumentId, Millis>): (PlainQuery | RowsWrite)[] {
    return [this.rows(rows), ...rows.flatMap((row) => this.claims(row)), ...this.touches(touched)]
  }

  /** The rows alone. */
  rows(rows: readonly LogRow[]): RowsWrite {
    const values: (string | number)[] = []
    const bytes = new Uint8Array(rows.reduce((sum, { size }) => sum + size, 0))
    let start = 0
    for (const row of rows) {
      values.push(row.document, row.seq, row.id, row.author, row.connection, row.at, row.size)
      row.packInto(bytes, start)
      start += row.size
    }
    return { sql: this.#insertSql, width: COLUMNS.length, values, bytes }
  }

  /** What a row claims. */
  claims({ document, claims }: Pick<LogRow, 'document' | 'claims'>): PlainQuery[] {
    return claims.flatMap(({ author, clients }) => {
      const owners = clients.map((client) => ({ document_id: document, client_id: client, person_id: author }))
      const atOnce = Array.from({ length: Math.ceil(owners.length / CLAIMS_AT_ONCE) }, (_, index) =>
        owners.slice(index * CLAIMS_AT_ONCE, (index + 1) * CLAIMS_AT_ONCE),
      )
      return atOnce.map((some) => this.#db.insertInto('client_owners').values(some).compile())
    })
  }

  /** When the documents were last changed. */
  touches(touched: ReadonlyMap<DocumentId, Millis>): PlainQuery[] {
    return Array.from(touched, ([document, at]) => ({ sql: this.#touchSql, parameters: [at, document, at] }))
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
