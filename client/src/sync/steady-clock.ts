/** Time by which waiting is measured: unlike the day's, it goes on when somebody sets the device's clock, and never goes back. */
import type { Millis } from '@tandem/shared/ids.ts'

/** Since the page was opened; says nothing about the time of day. */
export function steadyNow(): Millis {
  return performance.now()
}
