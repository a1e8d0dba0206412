/** Work that is done now and then, never twice at once, whose trouble reaches nobody. */
import type { Clock } from '../clock.ts'
import type { Millis } from '@tandem/shared/ids.ts'

interface Looking {
  readonly clock: Clock
  readonly every: Millis
  readonly work: () => Promise<void>
  readonly onTrouble: (reason: unknown) => void
}

export interface Running {
  /** Resolves when everything that was due by now has been handed in or put off. */
  look(): Promise<void>
  /** Breaks off what is under way. */
  close(): Promise<void>
}

/** Begins at once. `breakOff` ends what `work` waits for. */
export function keepLooking({ clock, every, work, onTrouble }: Looking, breakOff: () => void): Running {
  let isClosed = false
  let running: Promise<void> | undefined
  const look = () => {
    if (isClosed) return Promise.resolve()
    running ??= work()
      .catch(onTrouble)
      .finally(() => {
        running = undefined
      })
    return running
  }
  const stop = clock.every(every, () => void look())
  void look()
  return {
    look,
    close: async () => {
      isClosed = true
      stop()
      breakOff()
      await running
    },
  }
}
