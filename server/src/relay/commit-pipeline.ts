/**
 * From accepted to committed, for one room. One batch is on its way to the log at a time; what arrives meanwhile waits for the
 * next and shares it, so a batch never builds on another that may still fail. A batch that cannot be stored is tried again until it can.
 */
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Millis, Seq } from '@tandem/shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { NewEntry, UpdateLog } from '../log/update-log.ts'
import type { Connection } from './connection.ts'
import { type AnswerEar, PendingEntry } from './pending-entry.ts'
import type { UpdateFrame } from './server-frames.ts'

export interface PipelineEar {
  /** An entry is in the log. Called in the order of the batch. */
  committed(entry: PendingEntry, seq: Seq): void
  /** A batch is in the log, wholly. */
  drained(): void
  /** These could not be stored and will be tried again. */
  failing(entries: readonly PendingEntry[], trouble: unknown): void
  /** An entry can never be stored. The pipeline has stopped for good. */
  broken(trouble: Failure): void
}

export interface PipelineOptions {
  readonly document: DocumentId
  readonly log: UpdateLog
  readonly clock: Clock
  readonly retry: { readonly retryAfter: Millis; readonly retryAtMost: Millis }
  readonly ear: PipelineEar
  /** How long a batch is collected before it is sent. Asked each time, for it depends on how many listen. */
  readonly pace: () => Millis
}

export class CommitPipeline implements AnswerEar {
  readonly #options: PipelineOptions
  #next: PendingEntry[] = []
  #flying: PendingEntry[] = []
  #entryCount = 0
  #retryIn = 0
  #isBroken = false
  #isCollecting = false
  #isDue = false
  /** Of the batch on its way: how many have no answer yet, one more while they are being sent; and those that could not be stored, with a reason. */
  #unsettled = 0
  #failed: PendingEntry[] = []
  #trouble: unknown
  /** Bytes accepted and not committed. */
  pendingBytes = 0

  constructor(options: PipelineOptions) {
    this.#options = options
  }

  get isIdle(): boolean {
    return this.#next.length === 0 && this.#flying.length === 0
  }

  get isFailing(): boolean {
    return this.#retryIn > 0
  }

  /** Whether an entry is on its way; its seq will be told by `committed`. */
  isFlying(entryId: string): boolean {
    return this.#flying.some((entry) => entry.id === entryId)
  }

  /** Takes an accepted update. Returns true when the caller must `flush` at the end of the turn. */
  add(
    connection: Connection,
    { update, frame }: UpdateFrame,
    marks: { readonly claims: readonly number[]; readonly upTo: number; readonly covers: number },
  ): boolean {
    const isFirst = this.#next.length === 0
    const open = this.#openEntryOf(connection)
    const entry = open ?? this.#newEntry(connection, [update], [frame])
    if (open) {
      open.updates.push(update)
      open.frames.push(frame)
    } else if (isFirst) {
      // Most batches hold one: a list that grows out of nothing takes room for seventeen.
      this.#next = [entry]
    } else {
      this.#next.push(entry)
    }
    entry.bytes += update.length
    this.pendingBytes += update.length
    if (marks.claims.length > 0) entry.claims = [...entry.claims, ...marks.claims]
    mark(entry, marks)
    return isFirst
  }

  /** Acks a frame that brought nothing once everything pending is committed: it may repeat what is. Returns false when nothing is pending. */
  markAfterPending(connection: Connection, marks: { readonly upTo: number; readonly covers: number }): boolean {
    if (this.isIdle) return false
    const entry = mark(this.#openEntryOf(connection) ?? this.#newEntry(connection, [], []), marks)
    const batch = this.#next.length > 0 ? this.#next : this.#flying
    if (batch.at(-1) !== entry) batch.push(entry)
    return true
  }

  /** Sends what waits to the log, unless a batch is on its way or is still being collected. */
  flush(): void {
    if (this.#flying.length > 0 || this.#next.length === 0 || this.#isBroken || this.#mustWait()) return
    this.#flying = this.#next
    this.#next = []
    this.#send(this.#flying)
  }

  /** [R25] In a crowd a batch is collected for a moment, and sent when that is over. */
  #mustWait(): boolean {
    const { clock, pace } = this.#options
    const moment = pace()
    if (moment === 0 || this.#isDue) {
      this.#isDue = false
      return false
    }
    if (this.#isCollecting) return true
    this.#isCollecting = true
    clock.after(moment, () => {
      this.#isCollecting = false
      this.#isDue = true
      this.flush()
    })
    return true
  }

  /** The entry that an update of this connection may still join. */
  #openEntryOf(connection: Connection): PendingEntry | undefined {
    // Only the last may grow: the log keeps the order in which updates were accepted, since one may build on any before it.
    const last = this.#next.at(-1)
    return last?.connection === connection ? last : undefined
  }

  /** The arrays are given, since most stay as they are: one that grows out of nothing takes room for seventeen. */
  #newEntry(connection: Connection, updates: Uint8Array[], frames: Buffer[]): PendingEntry {
    this.#entryCount += 1
    const at = this.#options.clock.now()
    const id = `${connection.id}/${this.#entryCount}`
    return new PendingEntry({ id, connection, at, updates, frames }, this)
  }

  #send(entries: readonly PendingEntry[]): void {
    const { log, document } = this.#options
    this.#unsettled = 1
    for (const entry of entries) {
      if (isMark(entry)) continue
      this.#unsettled += 1
      log.append(document, toLog(entry), entry)
    }
    this.#settled()
  }

  /** The log has stored an entry. It tells what it stored of a document in its order, and answers each entry once. [L14] */
  stored(entry: PendingEntry, seq: Seq): void {
    this.pendingBytes -= entry.bytes
    this.#options.ear.committed(entry, seq)
    this.#settled()
  }

  /** The log has refused an entry. */
  refused(entry: PendingEntry, trouble: unknown): void {
    this.#failed.push(entry)
    if (!isFinal(this.#trouble)) this.#trouble = trouble
    this.#settled()
  }

  /** One more of the batch has its answer, or all have been sent. */
  #settled(): void {
    this.#unsettled -= 1
    if (this.#unsettled > 0) return
    if (this.#failed.length > 0) return this.#retry()
    const { ear } = this.#options
    const stored = this.#flying
    this.#flying = []
    this.#retryIn = 0
    for (const entry of stored) if (isMark(entry)) ear.committed(entry, 0)
    ear.drained()
    this.flush()
  }

  #retry(): void {
    const { ear, clock, retry } = this.#options
    const trouble = this.#trouble
    const failed = new Set(this.#failed)
    // In the order in which they were accepted, whatever the order in which they were refused. Marks stand for what was pending when they came, which may be among the failed.
    const entries = this.#flying.filter((entry) => isMark(entry) || failed.has(entry))
    this.#failed = []
    this.#trouble = undefined
    this.#flying = entries
    if (isFinal(trouble)) {
      this.#isBroken = true
      ear.broken(trouble)
      return
    }
    this.#retryIn = Math.min(this.#retryIn === 0 ? retry.retryAfter : this.#retryIn * 2, retry.retryAtMost)
    ear.failing([...entries, ...this.#next], trouble)
    clock.after(this.#retryIn, () => this.#send(entries))
  }
}

function toLog({ id, connection, at, updates, claims }: PendingEntry): NewEntry {
  return { id, author: connection.signedIn.person, connection: connection.id, at, updates, claims }
}

/** Whether it brings nothing, and only waits for what was pending when it came. */
function isMark({ updates }: PendingEntry): boolean {
  return updates.length === 0
}

function mark(entry: PendingEntry, { upTo, covers }: { readonly upTo: number; readonly covers: number }): PendingEntry {
  entry.upTo = Math.max(entry.upTo, upTo)
  entry.covers = Math.max(entry.covers, covers)
  return entry
}

/** Whether trying again cannot help: another node gave the client id to somebody else, or the document is gone. */
function isFinal(trouble: unknown): trouble is Failure {
  return trouble instanceof Failure && trouble.code !== 'cannot-store' && trouble.code !== 'internal'
}
