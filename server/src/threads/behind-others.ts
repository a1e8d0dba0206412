/** Threads that get the processor behind the others: a commit that people wait for goes before documents that are read. */
import { getPriority, setPriority } from 'node:os'

/** Said to such a thread when it is made. */
export const BEHIND_OTHERS = '--behind-others'

/** It still gets a quarter of a processor that others want too: somebody may wait for its rows, and no job may take longer than a minute. */
const NICE = 5

/** For the thread that calls it, and only on Linux: elsewhere it would be for the whole process. */
export function runBehindOthers(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(Math.max(NICE, getPriority()))
  } catch {
    // A sandbox may forbid it. Then it runs beside the others.
  }
}
