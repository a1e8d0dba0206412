/** How fast a connection may speak: so many frames, or bytes, a second, and two seconds' worth at once after a silence. */
import type { Millis } from '@tandem/shared/ids.ts'

export class TokenBucket {
  readonly #perSecond: number
  #tokens: number
  #filledAt: Millis

  constructor(perSecond: number, now: Millis) {
    this.#perSecond = perSecond
    this.#tokens = 2 * perSecond
    this.#filledAt = now
  }

  /** Takes so many. Answers how long to wait before the next may be taken; mostly 0, and then the clock was not asked. */
  take(count: number, now: () => Millis): Millis {
    this.#tokens -= count
    if (this.#tokens >= 0) return 0
    const at = now()
    this.#tokens = Math.min(2 * this.#perSecond, this.#tokens + (Math.abs(at - this.#filledAt) * this.#perSecond) / 1000)
    this.#filledAt = at
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / this.#perSecond)
  }
}
