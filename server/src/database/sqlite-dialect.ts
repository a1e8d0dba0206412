/** Kysely over node:sqlite in two threads: one writes, one answers questions that stand outside transactions. */
import type { SQLInputValue } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { PlainQuery } from './database.ts'
import type { Statement, StatementResult } from './sqlite-messages.ts'
import type { SqliteThread } from './sqlite-thread.ts'
import type { Turns } from './turns.ts'

/** The two connections, and whose turn it is on the writing one. */
export interface SqliteThreads {
  readonly writer: SqliteThread
  readonly reader: SqliteThread
  /** A transaction keeps its turn from begin to commit; a lone write would otherwise become part of it. */
  readonly turns: Turns
}

/** The four parts Kysely asks of a dialect. */
export function sqliteDialect(threads: SqliteThreads): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ThreadsDriver(threads),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** A compiled query as the threads take it. */
export function statementOf({ sql, parameters }: PlainQuery): Statement {
  return { sql, parameters: parameters.map(bindable) }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }

  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ThreadsConnection implements DatabaseConnection {
  readonly #threads: SqliteThreads
  /** Between begin and the end of a transaction this connection has the turn. */
  holdsTurn = false

  constructor(threads: SqliteThreads) {
    this.#threads = threads
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#run(query)
    return { rows: rows as readonly unknown[] as Row[], numAffectedRows: BigInt(changes) }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }

  async #run(query: CompiledQuery): Promise<StatementResult> {
    const { writer, reader, turns } = this.#threads
    const statement = statementOf(query)
    if (this.holdsTurn) return first(await writer.run([statement]))
    if (query.query.kind === 'SelectQueryNode') return first(await reader.run([statement]))
    await turns.take()
    try {
      return first(await writer.run([statement]))
    } finally {
      turns.end()
    }
  }
}

class ThreadsDriver implements Driver {
  readonly #threads: SqliteThreads

  constructor(threads: SqliteThreads) {
    this.#threads = threads
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new ThreadsConnection(this.#threads)
  }

  async beginTransaction(connection: ThreadsConnection): Promise<void> {
    await this.#threads.turns.take()
    try {
      // `immediate`: a transaction that reads first and writes later could otherwise find that another process wrote between.
      await this.#threads.writer.run([{ sql: 'begin immediate', parameters: [] }])
    } catch (error) {
      this.#threads.turns.end()
      throw error
    }
    connection.holdsTurn = true
  }

  async commitTransaction(connection: ThreadsConnection): Promise<void> {
    await this.#threads.writer.run([{ sql: 'commit', parameters: [] }])
    this.#endTurn(connection)
  }

  async rollbackTransaction(connection: ThreadsConnection): Promise<void> {
    try {
      await this.#threads.writer.rollBack()
    } finally {
      this.#endTurn(connection)
    }
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    // The writer last: the one that closes last moves the write-ahead log into the file.
    try {
      await this.#threads.reader.close()
    } finally {
      await this.#threads.writer.close()
    }
  }

  #endTurn(connection: ThreadsConnection): void {
    if (!connection.holdsTurn) return
    connection.holdsTurn = false
    this.#threads.turns.end()
  }
}

function first(results: readonly StatementResult[]): StatementResult {
  const [result] = results
  if (!result) throw new Error('A statement has no result.')
  return result
}

function bindable(value: unknown): SQLInputValue {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.toISOString()
  return value as SQLInputValue
}
