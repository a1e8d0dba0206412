/** Keeps the tails of rooms short: snapshots are built elsewhere, kept by the log, and taken over by the room. */
import { SNAPSHOT_POLICY, snapshotIsDue } from '../log/snapshotter.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { RelayParts } from './relay-parts.ts'
import type { Room } from './room.ts'

/** A room that closes with fewer entries than these is quickly loaded as it is. */
const WORTH_A_SNAPSHOT = 16

export class RoomSnapshots {
  readonly #parts: RelayParts
  readonly #building = new Map<Room, Promise<void>>()
  readonly #builtAt = new WeakMap<Room, Millis>()

  constructor(parts: RelayParts) {
    this.#parts = parts
  }

  /** Begins a snapshot if the tail has grown long. */
  consider(room: Room): void {
    const { tailEntries: entries, tailBytes: bytes } = room.stored
    if (!snapshotIsDue({ entries, bytes }, SNAPSHOT_POLICY)) return
    const { clock, limits } = this.#parts
    // A room that is written into very fast has a long tail all the time: soon is soon enough, unless it grows out of hand.
    const isSoon = Math.abs(clock.now() - (this.#builtAt.get(room) ?? 0)) < limits.snapshotInterval
    if (!isSoon || bytes >= limits.longTailBytes) void this.#build(room)
  }

  /** Resolves when the room may close: with a snapshot if it is worth one. */
  async beforeClose(room: Room): Promise<void> {
    if (room.stored.tailEntries >= WORTH_A_SNAPSHOT) await this.#build(room)
  }

  #build(room: Room): Promise<void> {
    const known = this.#building.get(room)
    if (known) return known
    const building = this.#buildNow(room).finally(() => this.#building.delete(room))
    this.#building.set(room, building)
    return building
  }

  async #buildNow(room: Room): Promise<void> {
    const { snapshotter, log, logger, counters, clock } = this.#parts
    this.#builtAt.set(room, clock.now())
    try {
      const snapshot = await snapshotter.build(room.document)
      if (!snapshot) return
      await log.saveSnapshot(room.document, snapshot)
      room.takeSnapshot(snapshot)
      counters.snapshots += 1
    } catch (error) {
      // A snapshot is never needed for truth: the next commit considers it again.
      logger.warn({ document: room.document, err: error }, 'a snapshot could not be made')
    }
  }
}
