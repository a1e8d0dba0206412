/** Opens the embedded database of a data folder. The only place that chooses SQLite. */
import { join } from 'node:path'
import { type CompiledQuery, Kysely, type QueryResult } from 'kysely'
import { type Clock, systemClock } from '../clock.ts'
import { StartProblem } from '../start-problem.ts'
import { takeDataFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import { StorageFault } from './fault.ts'
import { migrateToLatest } from './migrate.ts'
import { askIfStorable } from './readiness.ts'
import { recoverWhenBroken } from './recovery.ts'
import { queryResultOf, type SqliteThreads, sqliteDialect, statementOf } from './sqlite-dialect.ts'
import { SqliteThread } from './sqlite-thread.ts'
import type { Tables } from './tables.ts'
import { Turns } from './turns.ts'

export interface DatabaseOptions {
  readonly dataDir: string
  readonly clock?: Clock
}

/** The name of the database's file in the data folder. */
export const DATABASE_FILE = 'tandem.db'

/** How long a write waits while another process, such as a backup program, holds the file. */
const PATIENCE = 1000

/** Takes the data folder, opens its database and brings our tables to the newest shape. Throws a StartProblem when the folder is in use or unusable. */
export async function openDatabase({ dataDir, clock = systemClock }: DatabaseOptions): Promise<Database> {
  const giveBack = takeDataFolder(dataDir)
  const path = join(dataDir, DATABASE_FILE)
  // The writer first: it makes the file and turns on the write-ahead log.
  const writer = new SqliteThread({ path, use: 'write', patience: PATIENCE })
  try {
    await writer.run([{ sql: 'select 1', parameters: [] }])
    const threads: SqliteThreads = { writer, reader: new SqliteThread({ path, use: 'read', patience: PATIENCE }), turns: new Turns() }
    const db = new Kysely<Tables>({ dialect: sqliteDialect(threads) })
    await migrateToLatest(db)
    const stopRecovering = recoverWhenBroken(threads, clock)
    return {
      db,
      runTogether: (queries) => runTogether(threads, queries),
      canStore: askIfStorable(db, clock),
      close: async () => {
        stopRecovering()
        await threads.turns.take()
        await db.destroy()
        giveBack()
      },
    }
  } catch (error) {
    giveBack()
    if (!(error instanceof StorageFault)) throw error
    throw new StartProblem(`The database ${path} cannot be opened: ${String(error.details['message'])}.`, error)
  }
}

async function runTogether({ writer, turns }: SqliteThreads, queries: readonly CompiledQuery[]): Promise<readonly QueryResult<unknown>[]> {
  const statements = queries.map(statementOf)
  await turns.take()
  try {
    const results = await writer.runAtomically(statements)
    return results.map(queryResultOf)
  } finally {
    turns.end()
  }
}
