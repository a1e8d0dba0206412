/** A copy of a data folder's database as it is at one moment, whoever is writing; and what a database holds. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { FileId, JournalId } from '@tandem/shared/ids.ts'
import { StartProblem } from '../start-problem.ts'
import { DATABASE_FILE } from './open-database.ts'
import { giveToOwnerOf } from './same-owner.ts'

/** What a database holds, in numbers that a person can compare. */
export interface Holdings {
  readonly people: number
  readonly journals: number
  /** Rows of the log. */
  readonly entries: number
}

/** How long it waits for a server that is just opening its database. */
const PATIENCE = 10_000
/** More pages than a database has. */
const ALL_AT_ONCE = 2 ** 31 - 1

/**
 * Writes the copy to a path where nothing is, and reads with `readBeside` at the same moment what stands beside the database: nobody can write the database while it
 * runs, so it must be short. Afterwards nobody waits for the copy. Throws a StartProblem when there is no database, or it cannot be held.
 */
export async function copyDatabase<Beside>(dataDir: string, target: string, readBeside: () => Beside): Promise<Beside> {
  const path = join(dataDir, DATABASE_FILE)
  if (!existsSync(path)) throw new StartProblem(`There is no Tandem in the data folder ${dataDir}. Set DATA_DIR to the folder of the one to back up.`)
  const pages = `${target}-pages`
  const [holder, source] = [new DatabaseSync(path, { timeout: PATIENCE }), new DatabaseSync(path, { readOnly: true, timeout: PATIENCE })]
  try {
    // Reading makes these two where no server runs.
    holder.exec('select count(*) from sqlite_schema')
    for (const suffix of ['-wal', '-shm']) giveToOwnerOf(path, path + suffix)
    hold(holder, path)
    const beside = readBeside()
    source.exec('begin; select count(*) from sqlite_schema')
    holder.exec('rollback')
    // Within a transaction that reads, so that it does not begin anew with every commit of others; meanwhile the write-ahead log only grows. `vacuum into` can be no part of one.
    await backup(source, pages, { rate: ALL_AT_ONCE })
    source.close()
    vacuumInto(pages, target)
    return beside
  } finally {
    if (source.isOpen) source.close()
    // Last, for it may move the write-ahead log into the file where no server runs.
    holder.close()
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(pages + suffix, { force: true })
  }
}

function hold(database: DatabaseSync, path: string): void {
  try {
    database.exec('begin immediate')
  } catch (error) {
    throw new StartProblem(
      `The database ${path} cannot be held for the moment that a copy needs: ${error instanceof Error ? error.message : String(error)}.`,
      error,
    )
  }
}

/** Leaves behind what was deleted: it stands in pages of the file that nobody uses. */
function vacuumInto(path: string, target: string): void {
  const database = new DatabaseSync(path)
  try {
    database.prepare('vacuum into ?').run(target)
  } finally {
    database.close()
  }
}

/** Reads a whole database that nobody has open. Throws when a part of it is damaged. */
export function examineDatabase(path: string): Holdings {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const [verdict] = database.prepare('pragma quick_check(1)').all()
    if (verdict?.['quick_check'] !== 'ok') throw new Error(`the database is damaged: ${String(verdict?.['quick_check'])}`)
    const count = (table: string) => Number(database.prepare(`select count(*) as rows from ${table}`).get()?.['rows'])
    return { people: count('people'), journals: count('journals'), entries: count('log_entries') }
  } finally {
    database.close()
  }
}

/** The journal and id of every file a database that nobody has open tells of. */
export function listKeptFiles(path: string): { readonly journal: JournalId; readonly file: FileId }[] {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return database.prepare('select journal_id as journal, id as file from files').all() as unknown as { journal: JournalId; file: FileId }[]
  } finally {
    database.close()
  }
}
