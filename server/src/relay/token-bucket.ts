/** How fast a connection may speak: so many frames a second, and a burst after a silence. */
import type { Millis } from '@tandem/shared/ids.ts'

export interface BucketPolicy {
  readonly framesPerSecond: number
  readonly frameBurst: number
}

export class TokenBucket {
  readonly #policy: BucketPolicy
  #tokens: number
  #filledAt: Millis

  constructor(policy: BucketPolicy, now: Millis) {
    this.#policy = policy
    this.#tokens = policy.frameBurst
    this.#filledAt = now
  }

  /** Takes one. Answers how long to wait before the next may be taken; mostly 0, and then the clock was not asked. */
  take(now: () => Millis): Millis {
    this.#tokens -= 1
    if (this.#tokens >= 0) return 0
    const { framesPerSecond, frameBurst } = this.#policy
    const at = now()
    this.#tokens = Math.min(frameBurst, this.#tokens + (Math.abs(at - this.#filledAt) * framesPerSecond) / 1000)
    this.#filledAt = at
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / framesPerSecond)
  }
}
