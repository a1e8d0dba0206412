/** The store as the rest of the server has it: queries, transactions in one go, and whether it works. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A compiled query, as far as running it goes: Kysely's CompiledQuery is one. */
export interface PlainQuery {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** One of several writes. */
export interface Write extends PlainQuery {
  /** Everything is abandoned with a ConstraintFault `unchanged` when this one finds no row to change. */
  readonly mustChange?: boolean
}

/** One statement that is run for each of many rows: the path of the log, where a message per row would cost more than the row. */
export interface RowsWrite {
  readonly sql: string
  /** How many values make a row. */
  readonly width: number
  /** The values of all rows, one row after another. The last value of each row is a length: the row takes so many of `bytes` in its place. */
  readonly values: readonly (string | number)[]
  /** The bytes of all rows, one after another. They are handed over: nobody may use them afterwards. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface Database {
  /** For a library that writes its own SQL. Our queries are the same for every kind. */
  readonly kind: 'sqlite' | 'postgres'
  /**
   * For everything: one set of queries for every database. A failing store throws StorageFault, a broken rule of a table ConstraintFault.
   * Writes wait while a transaction is open, so within one nothing may be awaited that writes outside it, such as an append to the log.
   */
  readonly db: Kysely<Tables>
  /** Runs the writes in order in one transaction, all or none, and resolves after the commit with fsync, with the number of rows each has written. For paths where round trips count. */
  writeTogether(writes: readonly (Write | RowsWrite)[]): Promise<readonly number[]>
  /** Whether a row can be written and committed right now. Asked often, it answers for a second from memory. */
  canStore(): Promise<boolean>
  /** Waits for what is running, then gives everything back. */
  close(): Promise<void>
}
