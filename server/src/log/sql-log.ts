/** The log in SQL. Its promises are RULES.md's; the contract suite of tests/contracts shows them. */
import type { DocumentId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { AppendQueue, endProcess } from './append-queue.ts'
import { COMMIT_POLICY, type CommitPolicy } from './group-commit.ts'
import { findSnapshot, loadOwners, readSince, saveSnapshot } from './read-log.ts'
import { BatchStore } from './store-batch.ts'
import type { AppendEar, Entry, NewEntry, Snapshot, UpdateLog } from './update-log.ts'

export interface SqlLogOptions {
  readonly database: Database
  readonly clock: Clock
  readonly policy?: CommitPolicy
  /** Told what an ear throws; unless given, the process ends. [L14] */
  readonly onDefect?: (defect: unknown) => void
}

export class SqlLog implements UpdateLog {
  readonly #database: Database
  readonly #appends: AppendQueue

  constructor({ database, clock, policy = COMMIT_POLICY, onDefect = endProcess }: SqlLogOptions) {
    const batches = new BatchStore(database, (documents) => this.#appends.refuseFollowers(documents))
    this.#database = database
    this.#appends = new AppendQueue({ clock, policy, onDefect, store: (batch) => batches.store(batch) })
  }

  append(document: DocumentId, entry: NewEntry, ear: AppendEar): void {
    this.#appends.append(document, entry, ear)
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
