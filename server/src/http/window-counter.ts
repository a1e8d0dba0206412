/** Counts how often something happened within a window of time, per key. Pure but for its own memory, which is bounded. */
import type { Millis } from '@tandem/shared/ids.ts'

interface Window {
  readonly endsAt: Millis
  count: number
}

/** With more keys than this the oldest windows are forgotten: a flood of keys must not fill the memory. */
const MAX_KEYS = 20_000

export interface WindowLimit {
  /** How many are allowed in one window. */
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
    const { left, endsIn } = this.standingOf(key, now)
    return left > 0 ? 0 : endsIn
  }

  /** How many are left in the running window, and when it ends. */
  standingOf(key: string, now: Millis): { readonly left: number; readonly endsIn: Millis } {
    const window = this.#find(key, now)
    return window ? { left: this.#limit.max - window.count, endsIn: window.endsAt - now } : { left: this.#limit.max, endsIn: this.#limit.window }
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
