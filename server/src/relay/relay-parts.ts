/** What every part of the relay stands on; put together once, by startRelay. */
import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { Access } from '../journals/access.ts'
import type { Snapshotter } from '../log/snapshotter.ts'
import type { UpdateLog } from '../log/update-log.ts'
import type { Comparisons } from './comparisons.ts'
import type { RelayCounters } from './counters.ts'
import type { RelayLimits } from './limits.ts'
import type { Rests } from './rests.ts'
import type { Turn } from './turn.ts'

export interface RelayParts {
  readonly log: UpdateLog
  readonly snapshotter: Pick<Snapshotter, 'build' | 'diff'>
  readonly comparisons: Comparisons
  readonly access: Access
  readonly bus: Bus
  readonly clock: Clock
  readonly logger: Logger
  readonly limits: RelayLimits
  /** After a restored backup: whether people may bring back each other's words now. */
  readonly isRepairing: () => boolean
  readonly counters: RelayCounters
  readonly turn: Turn
  readonly rests: Rests
}
