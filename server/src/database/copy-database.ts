/** A copy of a data folder's database as it is at one moment, whoever is writing; and what a database holds. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
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

/**
 * Writes the copy to a path where nothing is. It reads from one snapshot, so that writers neither wait for it nor make it begin anew, as SQLite's page-by-page
 * backup would with every commit. Meanwhile the write-ahead log only grows.
 */
export function copyDatabase(dataDir: string, target: string): void {
  const path = join(dataDir, DATABASE_FILE)
  if (!existsSync(path)) throw new StartProblem(`There is no Tandem in the data folder ${dataDir}. Set DATA_DIR to the folder of the one to back up.`)
  const database = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE })
  try {
    // Reading makes these two where no server runs.
    database.exec('select count(*) from sqlite_schema')
    for (const suffix of ['-wal', '-shm']) giveToOwnerOf(path, path + suffix)
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
