/** A clock that stands still until a test moves it. */
import type { Cancel, Clock } from '@tandem/server/clock.ts'

interface Alarm {
  at: number
  readonly interval: number | undefined
  readonly act: () => void
}

export interface TestClock extends Clock {
  /** Moves the time forward and runs what falls due, in its order. */
  move(milliseconds: number): void
}

export function testClock(start = 1_000_000): TestClock {
  let now = start
  const alarms = new Set<Alarm>()
  const set = (alarm: Alarm): Cancel => {
    alarms.add(alarm)
    return () => alarms.delete(alarm)
  }
  return {
    now: () => now,
    after: (delay, act) => set({ at: now + delay, interval: undefined, act }),
    every: (interval, act) => set({ at: now + interval, interval, act }),
    atTurnEnd: (act) => {
      const immediate = setImmediate(act)
      return () => clearImmediate(immediate)
    },
    move: (milliseconds) => {
      const end = now + milliseconds
      for (;;) {
        const [next] = [...alarms].filter((alarm) => alarm.at <= end).toSorted((a, b) => a.at - b.at)
        if (!next) break
        now = Math.max(now, next.at)
        if (next.interval === undefined) alarms.delete(next)
        else next.at += next.interval
        next.act()
      }
      now = end
    },
  }
}
