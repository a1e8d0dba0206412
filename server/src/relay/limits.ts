/** How much one connection, person, room or process may ask of the relay. Every bound of the relay stands here. */
import type { Millis } from '@tandem/shared/ids.ts'

const KiB = 1024
const MiB = 1024 * KiB

export interface RelayLimits {
  /** Bytes of one frame a client sends. */
  readonly frameBytes: number
  /** Bytes of a document: its snapshot and the updates since. */
  readonly documentBytes: number
  /** Yjs client ids that may ever write into one document. */
  readonly clientIds: number
  /** Yjs structs in one update. */
  readonly structs: number
  readonly connectionsPerPerson: number
  readonly connectionsPerRoom: number
  readonly connections: number
  /** Frames a connection may send in a second, on average; it is slowed down beyond, not refused. */
  readonly framesPerSecond: number
  /** Frames a connection may send at once after a silence. */
  readonly frameBurst: number
  /** Bytes that may wait for one slow reader before it is closed. */
  readonly unsentBytes: number
  /** Bytes of a room that may wait for the disk before its writers are slowed down. */
  readonly unsavedBytes: number
  /** Bytes of what one connection says of itself in awareness. */
  readonly presenceBytes: number
  /** The least time between two messages of one connection's presence. */
  readonly presenceInterval: Millis
  /** Snapshots up to this size are sent whole rather than compared with what the joiner has. */
  readonly wholeSnapshotBytes: number
  /** The least time between two snapshots of a room, unless its tail is `longTailBytes` long. */
  readonly snapshotInterval: Millis
  readonly longTailBytes: number
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
  frameBytes: 8 * MiB,
  documentBytes: 64 * MiB,
  clientIds: 100_000,
  structs: 500_000,
  connectionsPerPerson: 2000,
  connectionsPerRoom: 500,
  connections: 20_000,
  framesPerSecond: 20_000,
  frameBurst: 40_000,
  unsentBytes: 4 * MiB,
  unsavedBytes: 16 * MiB,
  presenceBytes: 4 * KiB,
  presenceInterval: 20,
  wholeSnapshotBytes: 64 * KiB,
  snapshotInterval: 10_000,
  longTailBytes: 4 * MiB,
  upgradeTime: 10_000,
  heartbeat: 20_000,
  emptyRoom: 5000,
  stopping: 10_000,
  retryAfter: 100,
  retryAtMost: 2000,
}
