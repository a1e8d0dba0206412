/** How long a document rests whose job in a thread failed: one that takes the thread's whole patience would take it from everybody. */
import type { Millis } from '@tandem/shared/ids.ts'

const FIRST: Millis = 10_000
const LONGEST: Millis = 600_000

/** Twice as long after each failure in a row, up to ten minutes. */
export function restAfterFailures(times: number): Millis {
  return Math.min(FIRST * 2 ** (times - 1), LONGEST)
}
