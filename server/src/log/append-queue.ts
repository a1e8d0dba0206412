/** The appends of a log on their way to a commit: an entry appended twice at once is one. [L3] */
import type { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import type { Append } from './batch.ts'
import { packedSize } from './entry-bytes.ts'
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts'
import type { AppendEar, NewEntry } from './update-log.ts'

/** What is thrown here nobody catches: the process ends, and what it knew wrongly with it. */
export function endProcess(defect: unknown): void {
  queueMicrotask(() => {
    throw defect
  })
}

export interface AppendQueueOptions extends GroupCommitOptions {
  /** Told what an ear throws. It keeps nothing from the others. [L14] */
  readonly onDefect: (defect: unknown) => void
}

export class AppendQueue {
  /** Told what an ear throws. */
  readonly onDefect: (defect: unknown) => void
  readonly #commits: GroupCommit
  readonly #inFlight = new Map<DocumentId, Flying[]>()

  constructor({ onDefect, ...options }: AppendQueueOptions) {
    this.onDefect = onDefect
    this.#commits = new GroupCommit(options)
  }

  /** Refuses what waits behind refused appends. [L7] */
  refuseFollowers(documents: ReadonlySet<DocumentId>): void {
    this.#commits.refuseFollowers(documents)
  }

  append(document: DocumentId, entry: NewEntry, ear: AppendEar): void {
    const inFlight = this.#inFlight.get(document)
    const same = inFlight?.find((each) => each.entry.id === entry.id)
    if (same) return same.alsoTell(ear)
    const flying = new Flying(this, document, { entry, ear })
    if (inFlight) inFlight.push(flying)
    else this.#inFlight.set(document, [flying])
    this.#commits.add(flying)
  }

  /** Its commit has ended, or it was refused. */
  landed(flying: Flying): void {
    const inFlight = this.#inFlight.get(flying.document)
    const index = inFlight?.indexOf(flying) ?? -1
    if (!inFlight || index === -1) return
    if (inFlight.length === 1) this.#inFlight.delete(flying.document)
    else inFlight.splice(index, 1)
  }
}

class Flying implements Append {
  readonly document: DocumentId
  readonly entry: NewEntry
  readonly size: number
  claims: readonly number[]
  readonly #queue: AppendQueue
  readonly #ear: AppendEar
  #others: AppendEar[] | undefined

  constructor(queue: AppendQueue, document: DocumentId, { entry, ear }: { readonly entry: NewEntry; readonly ear: AppendEar }) {
    this.document = document
    this.entry = entry
    this.size = packedSize(entry.updates)
    this.claims = entry.claims
    this.#queue = queue
    this.#ear = ear
  }

  alsoTell(ear: AppendEar): void {
    this.#others ??= []
    this.#others.push(ear)
  }

  stored(seq: Seq): void {
    this.#queue.landed(this)
    this.#tellStored(this.#ear, seq)
    for (const other of this.#others ?? []) this.#tellStored(other, seq)
  }

  refused(failure: Failure): void {
    this.#queue.landed(this)
    this.#tellRefused(this.#ear, failure)
    for (const other of this.#others ?? []) this.#tellRefused(other, failure)
  }

  #tellStored(ear: AppendEar, seq: Seq): void {
    try {
      ear.stored(seq)
    } catch (defect) {
      this.#queue.onDefect(defect)
    }
  }

  #tellRefused(ear: AppendEar, failure: Failure): void {
    try {
      ear.refused(failure)
    } catch (defect) {
      this.#queue.onDefect(defect)
    }
  }
}
