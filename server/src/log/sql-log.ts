/** The log in SQL. Its promises are RULES.md's; the contract suite of tests/contracts shows them. */
import type { DocumentId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { entryKey } from './batch.ts'
import { packedSize } from './entry-bytes.ts'
import { type CommitPolicy, GroupCommit } from './group-commit.ts'
import { findSnapshot, loadOwners, readSince, saveSnapshot } from './read-log.ts'
import { BatchStore } from './store-batch.ts'
import type { Entry, NewEntry, Snapshot, UpdateLog } from './update-log.ts'

/** See ARCHITECTURE.md, "Decisions and measurements", for why these. */
const COMMIT_POLICY: CommitPolicy = { spacing: 4, maxSpacing: 8, maxUpdates: 128, maxBytes: 65_536 }

export interface SqlLogOptions {
  readonly database: Database
  readonly clock: Clock
  readonly policy?: CommitPolicy
}

export class SqlLog implements UpdateLog {
  readonly #database: Database
  readonly #commits: GroupCommit
  readonly #inFlight = new Map<string, Promise<Seq>>()

  constructor({ database, clock, policy = COMMIT_POLICY }: SqlLogOptions) {
    const batches = new BatchStore(database, (documents) => this.#commits.refuseFollowers(documents))
    this.#database = database
    this.#commits = new GroupCommit({ clock, policy, store: (batch) => batches.store(batch) })
  }

  append(document: DocumentId, entry: NewEntry): Promise<Seq> {
    const key = entryKey(document, entry.id)
    const inFlight = this.#inFlight.get(key)
    if (inFlight) return inFlight
    const { promise, resolve, reject } = Promise.withResolvers<Seq>()
    this.#inFlight.set(key, promise)
    this.#commits.add({
      document,
      entry,
      size: packedSize(entry.updates),
      claims: entry.claims,
      stored: (seq) => {
        this.#inFlight.delete(key)
        resolve(seq)
      },
      refused: (failure) => {
        this.#inFlight.delete(key)
        reject(failure)
      },
    })
    return promise
  }

  readSince(document: DocumentId, since: Seq): AsyncIterable<Entry> {
    return readSince(this.#database.db, document, since)
  }

  findSnapshot(document: DocumentId): Promise<Snapshot | undefined> {
    return findSnapshot(this.#database.db, document)
  }

  saveSnapshot(document: DocumentId, snapshot: Snapshot): Promise<void> {
    return saveSnapshot(this.#database.db, document, snapshot)
  }

  loadOwners(document: DocumentId): Promise<Map<number, PersonId>> {
    return loadOwners(this.#database.db, document)
  }
}
