/** When somebody had a page before their eyes, by their own clock. What they never got to see is no part of it: a line may have died, or the machine slept. Pure. */
import type { Millis } from '@tandem/shared/ids.ts'

export interface Stretch {
  readonly from: Millis
  readonly to: Millis
}

interface Eyes {
  readonly now: Millis
  /** When the server was heard last. Nothing later than that has arrived. */
  readonly heardAt: Millis
  readonly isLooking: boolean
}

export interface Watch {
  /** Told of every look and each second. Answers the stretch that is over by it. */
  note(eyes: Eyes): Stretch | undefined
  /** The stretch that is not over, as far as it goes. */
  soFar(eyes: Pick<Eyes, 'now' | 'heardAt'>): Stretch | undefined
}

/** Nothing noted for so long: the machine slept, and what it hears on waking may be of any time. */
const ASLEEP: Millis = 5_000
/** So far the server's clock and ours may be apart although we know by how much. */
const SLACK: Millis = 100

export function createWatch(): Watch {
  let from: Millis | undefined
  let notedAt: Millis | undefined

  function until(end: Millis, heardAt: Millis): Stretch | undefined {
    const to = Math.min(end, heardAt + SLACK)
    return from === undefined || to <= from ? undefined : { from, to }
  }

  return {
    note({ now, heardAt, isLooking }) {
      // A clock set back: when it began can no longer be said.
      if (notedAt !== undefined && now < notedAt) from = undefined
      const sleptFrom = notedAt !== undefined && now - notedAt > ASLEEP ? notedAt : undefined
      const over = sleptFrom === undefined && isLooking ? undefined : until(sleptFrom ?? now, heardAt)
      if (sleptFrom !== undefined || !isLooking) from = undefined
      if (isLooking) from ??= now
      notedAt = now
      return over
    },
    soFar: ({ now, heardAt }) => until(now, heardAt),
  }
}
