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
  #arrivals = new Arrivals()
  /** Of commits before, with something that has no answer yet. */
  #earlier: Arrivals[] = []

  constructor({ onDefect, store, ...options }: AppendQueueOptions) {
    this.onDefect = onDefect
    this.#commits = new GroupCommit({
      ...options,
      store: (batch) => {
        this.#earlier = [...this.#earlier, this.#arrivals].filter(({ unanswered }) => unanswered > 0)
        this.#arrivals = new Arrivals()
        return store(batch)
      },
    })
  }

  /** Refuses what waits behind refused appends. [L7] */
  refuseFollowers(documents: ReadonlySet<DocumentId>): void {
    this.#commits.refuseFollowers(documents)
  }

  append(document: DocumentId, entry: NewEntry, ear: AppendEar): void {
    const same = this.#find(document, entry.id)
    if (same) return same.alsoTell(ear)
    const flying = new Flying(this, this.#arrivals, { document, entry, ear })
    this.#arrivals.add(flying)
    this.#commits.add(flying)
  }

  #find(document: DocumentId, id: string): Flying | undefined {
    for (const arrivals of this.#earlier) {
      const found = arrivals.find(document, id)
      if (found) return found
    }
    return this.#arrivals.find(document, id)
  }
}

/**
 * The appends that came between two commits. Each time anew: a map into and out of which things go for ever leaves a trail of old tables, each of which points to the
 * next. Once one of them has grown old, the small collections of garbage take all the others for alive, and what was in them.
 */
class Arrivals {
  #byDocument = new Map<DocumentId, Flying[]>()
  unanswered = 0

  add(flying: Flying): void {
    this.unanswered += 1
    const others = this.#byDocument.get(flying.document)
    if (others) others.push(flying)
    else this.#byDocument.set(flying.document, [flying])
  }

  find(document: DocumentId, id: string): Flying | undefined {
    return this.#byDocument.get(document)?.find((each) => !each.isAnswered && each.entry.id === id)
  }

  /** One of them has its answer. Once all have, nothing of them is kept. */
  answered(): void {
    this.unanswered -= 1
    if (this.unanswered === 0) this.#byDocument = new Map()
  }
}

interface Asked {
  readonly document: DocumentId
  readonly entry: NewEntry
  readonly ear: AppendEar
}

class Flying implements Append {
  readonly document: DocumentId
  readonly entry: NewEntry
  readonly size: number
  claims: readonly number[]
  isAnswered = false
  readonly #queue: AppendQueue
  readonly #arrivals: Arrivals
  readonly #ear: AppendEar
  #others: AppendEar[] | undefined

  constructor(queue: AppendQueue, arrivals: Arrivals, { document, entry, ear }: Asked) {
    this.document = document
    this.entry = entry
    this.size = packedSize(entry.updates)
    this.claims = entry.claims
    this.#queue = queue
    this.#arrivals = arrivals
    this.#ear = ear
  }

  alsoTell(ear: AppendEar): void {
    this.#others ??= []
    this.#others.push(ear)
  }

  stored(seq: Seq): void {
    this.#land()
    this.#tellStored(this.#ear, seq)
    for (const other of this.#others ?? []) this.#tellStored(other, seq)
  }

  refused(failure: Failure): void {
    this.#land()
    this.#tellRefused(this.#ear, failure)
    for (const other of this.#others ?? []) this.#tellRefused(other, failure)
  }

  /** Its commit has ended, or it was refused. */
  #land(): void {
    this.isAnswered = true
    this.#arrivals.answered()
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
