/** Keeps the tails of rooms short: snapshots are built elsewhere, kept by the log, and taken over by the room. */
import type { DocumentId, Millis } from '@tandem/shared/ids.ts'
import { Turns } from '../database/turns.ts'
import { SNAPSHOT_POLICY, snapshotIsDue } from '../log/snapshotter.ts'
import { restAfterFailures } from '../threads/rest-after-failures.ts'
import type { CatchUps } from './catch-up.ts'
import type { RelayParts } from './relay-parts.ts'
import type { Room } from './room.ts'

/** A room that closes with fewer entries than these is quickly loaded as it is. */
const WORTH_A_SNAPSHOT = 16
/** After a snapshot the next waits as long as it took, and at most so long. */
const REST_AT_MOST: Millis = 10_000

export class RoomSnapshots {
  readonly #parts: RelayParts
  readonly #catchUps: CatchUps
  readonly #building = new Map<Room, Promise<void>>()
  readonly #inLine = new Map<Room, Promise<void>>()
  readonly #builtAt = new WeakMap<Room, Millis>()
  readonly #waiting = new WeakSet<Room>()
  /** By document, for a room that is closed and opened again is another. */
  readonly #failed = new Map<DocumentId, { readonly times: number; readonly at: Millis }>()
  /** One at a time: rooms that were opened in one moment, as after a restart, are due in one moment too, and nobody's words should wait for all of them. */
  readonly #turns = new Turns()
  #isStopped = false

  constructor(parts: RelayParts, catchUps: CatchUps) {
    this.#parts = parts
    this.#catchUps = catchUps
  }

  /** Begins a snapshot if the tail has grown long; a room that is written into very fast has one now and then, unless its tail grows out of hand. */
  consider(room: Room): void {
    if (!isDue(room)) return
    const { clock, limits } = this.#parts
    const rest = this.#restOf(room)
    if (rest > 0) return this.#considerLater(room, rest)
    const since = Math.abs(clock.now() - (this.#builtAt.get(room) ?? room.openedAt))
    // Its writer must not be refused for its size while it stands in line.
    if (room.stored.tailBytes >= limits.longTailBytes) void this.#build(room)
    else if (since >= limits.snapshotInterval) void this.#buildInTurn(room)
    else this.#considerLater(room, limits.snapshotInterval - since)
  }

  /** Resolves when the room may close: with a snapshot if it is worth one. Not in line, or rooms that close faster than that stay open. */
  async beforeClose(room: Room): Promise<void> {
    if (room.stored.tailEntries >= WORTH_A_SNAPSHOT && this.#restOf(room) === 0) await this.#build(room)
  }

  /** How long it is until a snapshot of this room is tried again that could not be made. */
  #restOf({ document }: Room): Millis {
    const failed = this.#failed.get(document)
    if (!failed) return 0
    return Math.max(0, restAfterFailures(failed.times) - Math.abs(this.#parts.clock.now() - failed.at))
  }

  /** Those that stand in line are not made any more. */
  stop(): void {
    this.#isStopped = true
  }

  #considerLater(room: Room, wait: Millis): void {
    if (this.#waiting.has(room)) return
    this.#waiting.add(room)
    this.#parts.clock.after(wait, () => {
      this.#waiting.delete(room)
      if (room.connections.size > 0) this.consider(room)
    })
  }

  #buildInTurn(room: Room): Promise<void> {
    const known = this.#inLine.get(room)
    if (known) return known
    const building = this.#takeTurn(room).finally(() => this.#inLine.delete(room))
    this.#inLine.set(room, building)
    return building
  }

  async #takeTurn(room: Room): Promise<void> {
    const { clock } = this.#parts
    await this.#turns.take()
    const begun = clock.now()
    // While it stood in line it may have got one.
    if (!this.#isStopped && isDue(room)) await this.#build(room)
    clock.after(Math.min(REST_AT_MOST, Math.abs(clock.now() - begun)), () => this.#turns.end())
  }

  #build(room: Room): Promise<void> {
    const known = this.#building.get(room)
    if (known) return known
    this.#builtAt.set(room, this.#parts.clock.now())
    const building = this.#buildNow(room).finally(() => this.#building.delete(room))
    this.#building.set(room, building)
    return building
  }

  /** Never rejects. */
  async #buildNow(room: Room): Promise<void> {
    const { snapshotter, log, logger, counters, clock } = this.#parts
    try {
      const built = await snapshotter.build(room.document)
      this.#failed.delete(room.document)
      if (built) {
        await log.saveSnapshot(room.document, built)
        counters.snapshots += 1
      }
      // Where there is nothing newer than the saved one, this room may not have taken that over yet.
      const snapshot = built ?? (await log.findSnapshot(room.document))
      if (!snapshot) return
      await this.#catchUps.upTo(room, snapshot.seq)
      // It may hold what was stored and has no answer yet. Taken now, the room would have it, and nobody in it would be told: it is considered again with the next commit. [R24]
      if (room.stored.head >= snapshot.seq) room.takeSnapshot(snapshot)
    } catch (error) {
      this.#failed.set(room.document, { times: (this.#failed.get(room.document)?.times ?? 0) + 1, at: clock.now() })
      // A snapshot is never needed for truth: it is considered again.
      logger.warn({ document: room.document, err: error }, 'a snapshot could not be made')
    }
  }
}

function isDue({ stored: { tailEntries: entries, tailBytes: bytes } }: Room): boolean {
  return snapshotIsDue({ entries, bytes }, SNAPSHOT_POLICY)
}
