/** The ground the store's contract suites stand on: a real database in a folder of its own, journals without people. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '@tandem/server/clock.ts'
import type { Database } from '@tandem/server/database/database.ts'
import { StorageFault } from '@tandem/server/database/fault.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { frontDisk } from '@tandem/server/log/front/front-disk.ts'
import { FrontedLog } from '@tandem/server/log/fronted-log.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import type { UpdateLog } from '@tandem/server/log/update-log.ts'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import { onTestFinished } from 'vitest'

/** A log under test, and what its suite must be able to do around it. */
export interface Store {
  readonly log: UpdateLog
  readonly database: Database
  /** A new document with an empty log. */
  addDocument(): Promise<DocumentId>
  /** What ears threw; what a test leaves here fails it. */
  readonly defects: unknown[]
  /** How many commits the log has made. */
  commits(): number
  /** The next commit of the log succeeds, but its answer is lost: the log is told that the store broke. */
  loseAnswer(): void
  /** Resolves when everything appended stands in the tables. */
  settle(): Promise<void>
  /** Ends this store and opens the same data again, as a restarted server would. */
  restart(): Promise<Store>
}

/** The log in a database that several nodes may share. */
export interface SqlStore extends Store {
  /** A log of a second node on the same data. */
  anotherNode(): SqlLog
  restart(): Promise<SqlStore>
}

/** The log of one machine. */
export interface FrontedStore extends Store {
  readonly log: FrontedLog
  readonly dataDir: string
  /** What the log told its operator. */
  readonly troubles: readonly unknown[]
  restart(): Promise<FrontedStore>
}

interface StoreOptions {
  readonly dataDir?: string
  readonly clock?: Clock
}

export const ANA = 'ana' as PersonId
export const BEN = 'ben' as PersonId

/** A folder that is removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The log in the tables alone. Closed when the test is over. */
export async function sqliteStore({ dataDir, clock = systemClock }: StoreOptions = {}): Promise<SqlStore> {
  const folder = dataDir ?? (await temporaryFolder())
  const { database, close } = await openOnce(folder, clock)
  const commits = counted()
  const defects = keptDefects()
  const watched: Database = { ...database, writeTogether: (writes) => commits.watch(() => database.writeTogether(writes)) }
  return {
    log: new SqlLog({ database: watched, clock: systemClock, onDefect: (defect) => void defects.push(defect) }),
    defects,
    database,
    anotherNode: () => new SqlLog({ database, clock: systemClock }),
    commits: () => commits.count,
    loseAnswer: () => {
      commits.losesAnswer = true
    },
    settle: () => Promise.resolve(),
    addDocument: () => addDocument(database),
    restart: async () => {
      await close()
      return await sqliteStore({ dataDir: folder, clock })
    },
  }
}

/** The log behind its front. Closed when the test is over. `moveClock` decides when entries move into the tables. */
export async function frontedStore({
  dataDir,
  clock = systemClock,
  moveClock = clock,
  knownHeads,
}: StoreOptions & { readonly moveClock?: Clock; readonly knownHeads?: number } = {}): Promise<FrontedStore> {
  const folder = dataDir ?? (await temporaryFolder())
  const { database, close } = await openOnce(folder, clock)
  const commits = counted()
  const disk = frontDisk(folder)
  const troubles: unknown[] = []
  const defects = keptDefects()
  const log = new FrontedLog({
    dataDir: folder,
    database,
    clock: { ...systemClock, after: (delay, act) => (delay < 1000 ? systemClock : moveClock).after(delay, act) },
    onTrouble: (trouble) => void troubles.push(trouble),
    onDefect: (defect) => void defects.push(defect),
    ...(knownHeads === undefined ? {} : { knownHeads }),
    disk: { ...disk, append: (record) => commits.watch(() => disk.append(record)) },
  })
  let isOpen = true
  const end = async () => {
    if (!isOpen) return
    isOpen = false
    await log.close()
    await close()
  }
  onTestFinished(end)
  return {
    log,
    database,
    dataDir: folder,
    troubles,
    defects,
    commits: () => commits.count,
    loseAnswer: () => {
      commits.losesAnswer = true
    },
    settle: () => log.move(),
    addDocument: () => addDocument(database),
    restart: async () => {
      await end()
      return await frontedStore({ dataDir: folder, clock, moveClock })
    },
  }
}

async function openOnce(dataDir: string, clock: Clock): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const database = await openDatabase({ dataDir, clock })
  let isOpen = true
  const close = async () => {
    if (isOpen) await database.close()
    isOpen = false
  }
  onTestFinished(close)
  return { database, close }
}

function keptDefects(): unknown[] {
  const defects: unknown[] = []
  onTestFinished(() => {
    for (const defect of defects) throw defect
  })
  return defects
}

function counted() {
  return {
    count: 0,
    losesAnswer: false,
    async watch<Answer>(commit: () => Promise<Answer>): Promise<Answer> {
      this.count += 1
      const answer = await commit()
      if (!this.losesAnswer) return answer
      this.losesAnswer = false
      throw new StorageFault('broken', { message: 'the answer was lost' })
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
