/** What the relay goes by: its limits, which are configured, and its times, which are not. */
import type { Millis } from '@tandem/shared/ids.ts'
import { type Limits, STANDARD_LIMITS } from '../limits/limits.ts'

export interface RelayLimits extends Limits {
  /** The least time between two messages of one connection's presence. */
  readonly presenceInterval: Millis
  /** Snapshots up to this size are sent whole rather than compared with what the joiner has. */
  readonly wholeSnapshotBytes: number
  /** The least time from a room's opening to its first snapshot and between two, unless its tail is `longTailBytes` long. */
  readonly snapshotInterval: Millis
  readonly longTailBytes: number
  /** From so many connections in a room on, a batch is collected for `crowdPace`: each is a write to everybody. */
  readonly crowd: number
  readonly crowdPace: Millis
  /** How long an upgrade may take. */
  readonly upgradeTime: Millis
  /** A connection that says nothing for two beats is gone. At every third beat its sign-in and role are asked for again. */
  readonly heartbeat: Millis
  /** How long an empty room stays open. */
  readonly emptyRoom: Millis
  /** How long a stopping relay waits for the disk and for goodbyes. */
  readonly stopping: Millis
  /** The first wait before entries that could not be stored are tried again; it doubles up to `retryAtMost`. */
  readonly retryAfter: Millis
  readonly retryAtMost: Millis
}

export const RELAY_LIMITS: RelayLimits = {
  ...STANDARD_LIMITS,
  presenceInterval: 20,
  wholeSnapshotBytes: 64 * 1024,
  snapshotInterval: 60_000,
  longTailBytes: 4 * 1024 * 1024,
  crowd: 8,
  crowdPace: 16,
  upgradeTime: 10_000,
  heartbeat: 20_000,
  emptyRoom: 5000,
  stopping: 10_000,
  retryAfter: 100,
  retryAtMost: 2000,
}
