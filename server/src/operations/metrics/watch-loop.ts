/** How late the event loop is: what it waits for is what everybody waits for. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Millis } from '@tandem/shared/ids.ts'

/**
 * How often it looks. Each look wakes the process: a hundred a second were half of what an idle server took. (Node can measure each turn without waking anybody,
 * `samplePerIteration`; but it takes off the time until the next timer, and 100 ms in the handler of a socket can count as none.)
 */
const EVERY: Millis = 50

export interface LoopStall {
  readonly median: Millis
  readonly p99: Millis
  readonly longest: Millis
}

export interface LoopWatch {
  /** Since the last time somebody asked. */
  take(): LoopStall
  stop(): void
}

export function watchLoop(): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution: EVERY })
  delays.enable()
  // It measures from look to look, in nanoseconds; what is above the interval is the stall.
  const stall = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - EVERY)
  return {
    take: () => {
      const taken = delays.count === 0 ? NONE : { median: stall(delays.percentile(50)), p99: stall(delays.percentile(99)), longest: stall(delays.max) }
      delays.reset()
      return taken
    },
    stop: () => void delays.disable(),
  }
}

const NONE: LoopStall = { median: 0, p99: 0, longest: 0 }
