/** What is said between the main thread and a thread that holds one SQLite connection. */
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'

export interface Statement {
  readonly sql: string
  readonly parameters: readonly SQLInputValue[]
  /** The job fails with the code UNCHANGED when the statement changes no row. */
  readonly mustChange?: boolean
}

/** One statement run for each of many rows; see RowsWrite in database.ts. */
export interface RowsStatement {
  readonly sql: string
  readonly width: number
  readonly values: readonly (string | number)[]
  readonly bytes: Uint8Array
}

/** Not one of SQLite's result codes, which are positive. */
export const UNCHANGED = -1

export interface StatementResult {
  readonly rows: readonly Record<string, SQLOutputValue>[]
  /** Rows written; 0 for a question. */
  readonly changes: number
}

export type Job =
  /** Runs the statements in order; `atomic` ones in a transaction of their own: all of them or none. */
  | { readonly kind: 'run'; readonly atomic: boolean; readonly statements: readonly (Statement | RowsStatement)[] }
  /** Ends the open transaction, if it has not ended by itself as after a full disk. */
  | { readonly kind: 'roll-back' }
  /** Closes the connection, opens it anew and moves the write-ahead log into the file, so that nothing rests on what a failed write left behind. */
  | { readonly kind: 'reopen' }
  | { readonly kind: 'close' }

/** How the thread opens its connection. */
export interface ThreadOptions {
  readonly path: string
  readonly use: 'write' | 'read'
  /** How long a statement waits for another process's lock before it answers busy. */
  readonly patience: number
}
