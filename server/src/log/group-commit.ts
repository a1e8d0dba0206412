/** When appends are committed: those that arrive while a commit runs share the next one. */
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import type { Clock } from '../clock.ts'
import type { Append } from './batch.ts'

export interface CommitPolicy {
  /** Two commits begin at least this far apart unless a batch is full: one fsync then serves more people, and who types alone still waits for nobody. */
  readonly spacing: Millis
  /** A slow disk gets as long a rest as its last commit took, but commits never begin further apart than this. */
  readonly maxSpacing: Millis
  /** A batch of this many updates, or bytes, is full: waiting longer would only slow its writers down. */
  readonly maxUpdates: number
  readonly maxBytes: number
}

/** See ARCHITECTURE.md, "Decisions, and what they rest on", for why these. */
export const COMMIT_POLICY: CommitPolicy = { spacing: 4, maxSpacing: 8, maxUpdates: 128, maxBytes: 65_536 }

/** What one commit takes at most, so that no commit becomes long. */
const BATCH_LIMIT = 1024

export interface GroupCommitOptions {
  readonly clock: Clock
  readonly policy: CommitPolicy
  /** Commits a batch and settles every append of it; must not throw. */
  readonly store: (batch: readonly Append[]) => Promise<void>
}

export class GroupCommit {
  readonly #options: GroupCommitOptions
  #queue: Append[] = []
  #queuedBytes = 0
  #queuedUpdates = 0
  #isCommitting = false
  #scheduled: { readonly wait: Millis; cancel(): void } | undefined
  #lastCommitAt = 0
  #lastCommitTook = 0

  constructor(options: GroupCommitOptions) {
    this.#options = options
  }

  add(append: Append): void {
    this.#queue.push(append)
    this.#queuedBytes += append.size
    this.#queuedUpdates += append.entry.updates.length
    if (!this.#isCommitting) this.#schedule()
  }

  /** Refuses what waits behind refused appends: it may build on them, and stored without them would leave a gap. [L7] */
  refuseFollowers(documents: ReadonlySet<DocumentId>): void {
    const followers = this.#queue.filter((append) => documents.has(append.document))
    if (followers.length === 0) return
    this.#replaceQueue(this.#queue.filter((append) => !documents.has(append.document)))
    for (const append of followers) append.refused(followerFailure())
  }

  #schedule(): void {
    const { clock, policy } = this.#options
    const isFull = this.#queuedUpdates >= policy.maxUpdates || this.#queuedBytes >= policy.maxBytes
    // Absolute, so that a clock set back does not stop the commits.
    const spacing = Math.min(policy.maxSpacing, Math.max(policy.spacing, 2 * this.#lastCommitTook))
    const wait = isFull ? 0 : Math.max(0, spacing - Math.abs(clock.now() - this.#lastCommitAt))
    if (this.#scheduled && this.#scheduled.wait <= wait) return
    this.#scheduled?.cancel()
    const commit = () => void this.#commit()
    this.#scheduled = { wait, cancel: wait > 0 ? clock.after(wait, commit) : clock.atTurnEnd(commit) }
  }

  async #commit(): Promise<void> {
    this.#scheduled = undefined
    this.#isCommitting = true
    this.#lastCommitAt = this.#options.clock.now()
    const batch = this.#queue.slice(0, BATCH_LIMIT)
    this.#replaceQueue(this.#queue.slice(BATCH_LIMIT))
    try {
      await this.#options.store(batch)
    } finally {
      this.#lastCommitTook = Math.abs(this.#options.clock.now() - this.#lastCommitAt)
      this.#isCommitting = false
      if (this.#queue.length > 0) this.#schedule()
    }
  }

  #replaceQueue(queue: Append[]): void {
    this.#queue = queue
    this.#queuedBytes = queue.reduce((bytes, append) => bytes + append.size, 0)
    this.#queuedUpdates = queue.reduce((updates, append) => updates + append.entry.updates.length, 0)
  }
}

/** Why an append is refused that stands behind a refused one. */
export function followerFailure(): Failure {
  return new Failure('cannot-store', { message: 'an earlier entry of the same document was not stored' })
}
