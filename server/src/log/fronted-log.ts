/** The log of one machine: commits go into the front, a file, and from there in bulk into the database. Its promises are RULES.md's; the contract suite of tests/contracts shows them. */
import type { DocumentId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { AppendQueue, endProcess } from './append-queue.ts'
import { Front } from './front/front.ts'
import { type FrontDisk, frontDisk } from './front/front-disk.ts'
import { readFront, syncFront } from './front/front-files.ts'
import { FrontStore } from './front/front-store.ts'
import { keepAside } from './front/keep-aside.ts'
import { Mover } from './front/mover.ts'
import { readEntryAt } from './front/read-entry.ts'
import { COMMIT_POLICY } from './group-commit.ts'
import { findSnapshot, loadOwners, readSince, saveSnapshot } from './read-log.ts'
import type { AppendEar, Entry, NewEntry, Snapshot, UpdateLog, WhenWritten } from './update-log.ts'

export interface FrontedLogOptions {
  /** The folder of the database, which this process has taken. */
  readonly dataDir: string
  readonly database: Database
  readonly clock: Clock
  /** Told of damaged files at the start, and of moves that fail. */
  readonly onTrouble: (trouble: unknown) => void
  /** Runs a commit, and may look at how it fares. */
  readonly watch?: (commit: () => Promise<void>) => Promise<void>
  readonly disk?: FrontDisk
  /** Told what an ear throws; unless given, the process ends. [L14] */
  readonly onDefect?: (defect: unknown) => void
  /** Of how many documents the heads are kept at hand. */
  readonly knownHeads?: number
}

/** Beyond this all heads are forgotten: reading one again is cheap, keeping every document's for ever is not. */
const KNOWN_HEADS = 50_000

export class FrontedLog implements UpdateLog {
  readonly #database: Database
  readonly #front: Front
  readonly #mover: Mover
  readonly #appends: AppendQueue

  /** Reads what an earlier process left behind; from then on it is part of the log. */
  constructor(options: FrontedLogOptions) {
    const { dataDir, database, clock, onTrouble, watch = (commit) => commit(), disk = frontDisk(dataDir) } = options
    const { onDefect = endProcess, knownHeads = KNOWN_HEADS } = options
    const { files, damages } = readFront(dataDir)
    if (files.length > 0) syncFront(dataDir, files)
    for (const { path, at } of damages) {
      onTrouble(new Error(`${path} is damaged at byte ${at}: words that were acknowledged may be missing until those who wrote them come back`))
      try {
        keepAside(path)
      } catch (error) {
        // What is whole must not wait for it. [L13]
        onTrouble(new Error(`${path} cannot be kept aside, and is removed once what is left of it was moved: ${String(error)}`))
      }
    }
    const front = new Front(disk, files)
    const mover = new Mover({ front, database, clock, onTrouble })
    const onRefused = (documents: ReadonlySet<DocumentId>) => this.#appends.refuseFollowers(documents)
    const store = new FrontStore({ front, mover, database, onRefused, watch, knownHeads })
    this.#database = database
    this.#front = front
    this.#mover = mover
    this.#appends = new AppendQueue({ clock, policy: COMMIT_POLICY, onDefect, store: (batch) => store.store(batch) })
  }

  /** Bytes that wait in front of the database. */
  get waitingBytes(): number {
    return this.#front.bytes
  }

  /** Whether the database did not take what was last moved. Commits go on while the front has room. */
  get isBehind(): boolean {
    return this.#mover.isFailing
  }

  append(document: DocumentId, entry: NewEntry, ear: AppendEar): void {
    this.#appends.append(document, entry, ear)
  }

  async *readSince(document: DocumentId, since: Seq): AsyncGenerator<Entry, void, undefined> {
    // First the front's, for what is moved meanwhile is read from the database.
    const waiting = this.#front.after(document, since)
    let last = since
    for await (const entry of readSince(this.#database.db, document, since)) {
      last = entry.seq
      yield entry
    }
    for (const { seq, record, start } of waiting) {
      if (seq <= last) continue
      const { claims: _, ...told } = readEntryAt(record, start).entry
      yield { seq, ...told }
    }
  }

  findSnapshot(document: DocumentId): Promise<Snapshot | undefined> {
    return findSnapshot(this.#database.db, document)
  }

  saveSnapshot(document: DocumentId, snapshot: Snapshot): Promise<void> {
    return saveSnapshot(this.#database.db, document, snapshot)
  }

  async loadOwners(document: DocumentId): Promise<Map<number, PersonId>> {
    const waiting = this.#front.claimsOf(document)
    return new Map([...waiting, ...(await loadOwners(this.#database.db, document))])
  }

  /** When documents were last written in of which the tables may not know yet. To be asked before the tables are. */
  whenWritten(): WhenWritten {
    return this.#front.whenWritten()
  }

  /** Moves everything into the database now; for those who read its tables. */
  move(): Promise<void> {
    return this.#mover.move()
  }

  /** Moves what it can; what it cannot is found at the next start. Nobody may append any more. */
  async close(): Promise<void> {
    await this.#mover.close()
    await this.#front.close()
  }
}
