/** When a document that is being written in is projected: once it has been quiet for a moment, and every so often while it is not. Pure. */
import type { Millis } from '@tandem/shared/ids.ts'

export interface Unsettled {
  /** When the first entry that is not projected yet was heard of. */
  readonly since: Millis
  /** When the last one was. */
  readonly last: Millis
}

export interface SettlingPolicy {
  readonly quiet: Millis
  /** Whoever writes on and on is projected at least this often. A pass costs some milliseconds: what is projected is read between calls, and everybody here has it anyway. */
  readonly longest: Millis
}

export const SETTLING: SettlingPolicy = { quiet: 2000, longest: 60_000 }

/** How long to wait from now; 0 when it is due. */
export function waitFor({ since, last }: Unsettled, now: Millis, { quiet, longest }: SettlingPolicy): Millis {
  return Math.max(0, Math.min(last + quiet, since + longest) - now)
}
