/** Time. The only file of the server that touches timers, so that a test can bring a clock of its own and move it. */
import type { Millis } from '@tandem/shared/ids.ts'

export type Cancel = () => void

export interface Clock {
  /** Milliseconds since 1970. May step back when the machine's clock is set. */
  now(): Millis
  /** Runs `act` once, `delay` milliseconds from now. */
  after(delay: Millis, act: () => void): Cancel
  /** Runs `act` every `interval` milliseconds. */
  every(interval: Millis, act: () => void): Cancel
  /** Runs `act` when everything that arrived in this turn of the event loop has been handled. */
  atTurnEnd(act: () => void): Cancel
}

/** The machine's clock. Its timers do not keep the process running. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, act) => {
    const timer = setTimeout(act, delay).unref()
    return () => clearTimeout(timer)
  },
  every: (interval, act) => {
    const timer = setInterval(act, interval).unref()
    return () => clearInterval(timer)
  },
  atTurnEnd: (act) => {
    const immediate = setImmediate(act)
    return () => clearImmediate(immediate)
  },
}
