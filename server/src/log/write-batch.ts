/** The writes of one commit. Each statement is compiled once by Kysely and then only filled, for building a query costs more than running it. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { PlainQuery, RowsWrite } from '../database/database.ts'
import type { LogEntriesTable, Tables } from '../database/tables.ts'
import type { Claim, LogRow } from './batch.ts'

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
    const writes: (PlainQuery | RowsWrite)[] = [this.#rows(rows)]
    for (const { document, claims } of rows) for (const claim of claims) writes.push(...this.#claims(document, claim))
    for (const [document, at] of touched) writes.push({ sql: this.#touchSql, parameters: [at, document, at] })
    return writes
  }

  #rows(rows: readonly LogRow[]): RowsWrite {
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

  *#claims(document: DocumentId, { author, clients }: Claim): Generator<PlainQuery, void, undefined> {
    for (let from = 0; from < clients.length; from += CLAIMS_AT_ONCE) {
      const owners = clients.slice(from, from + CLAIMS_AT_ONCE).map((client) => ({ document_id: document, client_id: client, person_id: author }))
      yield this.#db.insertInto('client_owners').values(owners).compile()
    }
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
