/** The store as the rest of the server has it: queries, transactions in one go, and whether it works. */
import type { CompiledQuery, Kysely, QueryResult } from 'kysely'
import type { Tables } from './tables.ts'

export interface Database {
  /** For everything: one set of queries for every database. A failing store throws StorageFault, a broken rule of a table ConstraintFault. */
  readonly db: Kysely<Tables>
  /** Runs the queries in order in one transaction, all or none, and resolves after the commit with fsync. For paths where round trips count. */
  runTogether(queries: readonly CompiledQuery[]): Promise<readonly QueryResult<unknown>[]>
  /** Whether a row can be written and committed right now. Asked often, it answers for a second from memory. */
  canStore(): Promise<boolean>
  /** Waits for what is running, then gives everything back. */
  close(): Promise<void>
}
