/** Opens the embedded database of a data folder. The only place that chooses SQLite. */
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { type Clock, systemClock } from '../clock.ts'
import { StartProblem } from '../start-problem.ts'
import { takeDataFolder } from './data-folder.ts'
import type { Database, RowsWrite, Write } from './database.ts'
import { StorageFault } from './fault.ts'
import { migrateToLatest } from './migrate.ts'
import { askIfStorable } from './readiness.ts'
import { recoverWhenBroken } from './recovery.ts'
import { type SqliteThreads, sqliteDialect, statementOf } from './sqlite-dialect.ts'
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
  const { threads, db } = connect(path)
  try {
    // The writer first: it makes the file and turns on the write-ahead log.
    await threads.writer.run([{ sql: 'select 1', parameters: [] }])
    await migrateToLatest(db)
  } catch (error) {
    await Promise.allSettled([threads.reader.close(), threads.writer.close()])
    giveBack()
    if (!(error instanceof StorageFault)) throw error
    throw new StartProblem(`The database ${path} cannot be opened: ${String(error.details['message'])}.`, error)
  }
  const stopRecovering = recoverWhenBroken(threads, clock)
  return {
    kind: 'sqlite',
    db,
    writeTogether: (writes) => writeTogether(threads, writes),
    canStore: askIfStorable(db, clock),
    close: async () => {
      stopRecovering()
      await threads.turns.take()
      await db.destroy()
      giveBack()
    },
  }
}

/** Opens a database that is nobody's data folder, such as a copy for a backup, as it is. */
export function openCopy(path: string): Pick<Database, 'db' | 'writeTogether'> & { close(): Promise<void> } {
  const { threads, db } = connect(path)
  return { db, writeTogether: (writes) => writeTogether(threads, writes), close: () => db.destroy() }
}

function connect(path: string): { readonly threads: SqliteThreads; readonly db: Kysely<Tables> } {
  const threads: SqliteThreads = {
    writer: new SqliteThread({ path, use: 'write', patience: PATIENCE }),
    reader: new SqliteThread({ path, use: 'read', patience: PATIENCE }),
    turns: new Turns(),
  }
  return { threads, db: new Kysely<Tables>({ dialect: sqliteDialect(threads) }) }
}

async function writeTogether({ writer, turns }: SqliteThreads, writes: readonly (Write | RowsWrite)[]): Promise<readonly number[]> {
  const statements = writes.map((write) => {
    if ('width' in write) return write
    return write.mustChange ? { ...statementOf(write), mustChange: true } : statementOf(write)
  })
  const transfer = writes.flatMap((write) => ('width' in write ? [write.bytes.buffer] : []))
  await turns.take()
  try {
    const results = await writer.runAtomically(statements, transfer)
    return results.map((result) => result.changes)
  } finally {
    turns.end()
  }
}
