/** The ground the store's contract suites stand on: a real database in a folder of its own, journals without people. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '@tandem/server/clock.ts'
import type { Database } from '@tandem/server/database/database.ts'
import { StorageFault } from '@tandem/server/database/fault.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import { onTestFinished } from 'vitest'

/** A log under test, and what its suite must be able to do around it. */
export interface Store {
  readonly log: SqlLog
  readonly database: Database
  /** A new document with an empty log. */
  addDocument(): Promise<DocumentId>
  /** A log of a second node on the same data. */
  anotherNode(): SqlLog
  /** How many commits the log has made. */
  commits(): number
  /** The next commit of the log succeeds, but its answer is lost: the log is told that the store broke. */
  loseAnswer(): void
  /** Ends this store and opens the same data again, as a restarted server would. */
  restart(): Promise<Store>
}

export const ANA = 'ana' as PersonId
export const BEN = 'ben' as PersonId

/** A folder that is removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The embedded database. Closed when the test is over. */
export async function sqliteStore({ dataDir, clock = systemClock }: { readonly dataDir?: string; readonly clock?: Clock } = {}): Promise<Store> {
  const folder = dataDir ?? (await temporaryFolder())
  const database = await openDatabase({ dataDir: folder, clock })
  let isOpen = true
  const close = async () => {
    if (isOpen) await database.close()
    isOpen = false
  }
  onTestFinished(close)
  let commits = 0
  let losesAnswer = false
  const counted: Database = {
    ...database,
    writeTogether: async (writes) => {
      commits += 1
      const counts = await database.writeTogether(writes)
      if (!losesAnswer) return counts
      losesAnswer = false
      throw new StorageFault('broken', { message: 'the answer was lost' })
    },
  }
  return {
    log: new SqlLog({ database: counted, clock: systemClock }),
    database,
    anotherNode: () => new SqlLog({ database, clock: systemClock }),
    commits: () => commits,
    loseAnswer: () => {
      losesAnswer = true
    },
    addDocument: () => addDocument(database),
    restart: async () => {
      await close()
      return await sqliteStore({ dataDir: folder, clock })
    },
  }
}

async function addDocument({ db }: Database): Promise<DocumentId> {
  const journal = newId() as JournalId
  const document = newId() as DocumentId
  await db.insertInto('journals').values({ id: journal, title: 'Ana and Ben', created_by: ANA, created_at: 1, archived_at: null }).execute()
  await db.insertInto('documents').values({ id: document, journal_id: journal, kind: 'journal', schema_version: 1, changed_at: 1 }).execute()
  return document
}
