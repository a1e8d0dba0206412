/** Counts how often something happened within a window of time, per key. Pure but for its own memory, which is bounded. */
import type { Millis } from '@tandem/shared/ids.ts'

interface Window {
  readonly endsAt: Millis
  count: number
}

/** With more keys than this the oldest windows are forgotten: a flood of keys must not fill the memory. */
const MAX_KEYS = 20_000

export interface WindowLimit {
  /** How many are allowed in one window; 0 lifts the limit. */
  readonly max: number
  readonly window: Millis
}

export class WindowCounter {
  readonly #limit: WindowLimit
  readonly #windows = new Map<string, Window>()

  constructor(limit: WindowLimit) {
    this.#limit = limit
  }

  /** Counts one. */
  count(key: string, now: Millis): void {
    const window = this.#find(key, now)
    if (window) window.count++
    else this.#open(key, now)
  }

  /** How long until this key may go on; 0 when it may now. */
  waitOf(key: string, now: Millis): Millis {
    const window = this.#find(key, now)
    return window && this.#limit.max > 0 && window.count >= this.#limit.max ? window.endsAt - now : 0
  }

  #find(key: string, now: Millis): Window | undefined {
    const window = this.#windows.get(key)
    return window && window.endsAt > now ? window : undefined
  }

  #open(key: string, now: Millis): void {
    // Deleting first moves the key to the end, so that the first key is always the oldest window.
    this.#windows.delete(key)
    this.#windows.set(key, { endsAt: now + this.#limit.window, count: 1 })
    if (this.#windows.size <= MAX_KEYS) return
    const [oldest] = this.#windows.keys()
    if (oldest !== undefined) this.#windows.delete(oldest)
  }
}
