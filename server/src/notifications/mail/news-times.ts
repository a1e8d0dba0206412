/** When mail about a journal goes. */
import type { Millis } from '@tandem/shared/ids.ts'

const MINUTE: Millis = 60_000
const HOUR = 60 * MINUTE

/** Who is reading now, or who writes several things in a row, gets one mail or none. */
export const SETTLE: Millis = 10 * MINUTE
/** [N7] At most one mail per journal and person in this time. */
export const BETWEEN: Millis = 6 * HOUR
/** What is older than this when mail could first go out is the inbox's: nobody wants last month's mail today. */
export const STALE: Millis = 72 * HOUR
