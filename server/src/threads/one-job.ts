/** How long a thread that reads documents may take for one job. */
import { systemClock } from '../clock.ts'

/** The longest of honest documents takes some seconds. What takes longer never ends, as Yjs does with some numbers nobody honest writes. */
export const ONE_JOB = { clock: systemClock, limit: 60_000 } as const
