/** The rooms open in this process: opened once however many come at once, closed some time after the last one left and everything is saved. */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import { CatchUps } from './catch-up.ts'
import { loadRoom } from './load-room.ts'
import type { RelayParts } from './relay-parts.ts'
import { Room, type RoomKeeper } from './room.ts'
import { RoomSnapshots } from './room-snapshots.ts'

export class Rooms implements RoomKeeper {
  readonly #parts: RelayParts
  readonly #snapshots: RoomSnapshots
  readonly #open = new Map<DocumentId, Room>()
  readonly #opening = new Map<DocumentId, Promise<Room>>()
  readonly #catchUps = new CatchUps()

  constructor(parts: RelayParts) {
    this.#parts = parts
    this.#snapshots = new RoomSnapshots(parts, this.#catchUps)
  }

  [Symbol.iterator](): IterableIterator<Room> {
    return this.#open.values()
  }

  /**
   * Opens a room, or finds it open. All who come while it loads share one load, and its failure; the next one tries again.
   * The caller holds a lease, which keeps the room open, until `release`.
   */
  async enter(document: DocumentId): Promise<Room> {
    const room = this.#open.get(document) ?? (await this.#load(document))
    // While this call waited, the room may have been given up.
    if (this.#open.get(document) !== room) return this.enter(document)
    room.leases += 1
    return room
  }

  /** Ends a lease. */
  release(room: Room): void {
    room.leases -= 1
    this.closeWhenUnused(room)
  }

  /** Closes the room after a while, unless somebody is in it by then. */
  closeWhenUnused(room: Room): void {
    if (isUsed(room)) return
    this.#parts.clock.after(this.#parts.limits.emptyRoom, () => void this.#closeIfUnused(room))
  }

  drained(room: Room): void {
    this.#snapshots.consider(room)
    this.closeWhenUnused(room)
  }

  broken(room: Room): void {
    this.#forget(room)
    for (const connection of room.connections) connection.close('internal')
  }

  /** Another node, or this one, has committed: what lies between that and what the room knows was told by a message that is late, or lost. [R24] */
  heardAppended(document: DocumentId, seq: Seq): void {
    const room = this.#open.get(document)
    if (room ? room.stored.head < seq : this.#opening.has(document)) void this.#catchUp(document, seq)
  }

  /** No more snapshots are begun. */
  stop(): void {
    this.#snapshots.stop()
  }

  /** Never rejects. */
  async #catchUp(document: DocumentId, seq: Seq): Promise<void> {
    try {
      // A room that is being opened may have read the log already; if it cannot be opened, its people are told.
      const room = this.#open.get(document) ?? (await this.#opening.get(document)?.catch(() => undefined))
      if (room) await this.#catchUps.upTo(room, seq)
    } catch (error) {
      this.#parts.logger.error({ document, err: error }, 'a room could not read what another node committed')
    }
  }

  async #load(document: DocumentId): Promise<Room> {
    const known = this.#opening.get(document)
    if (known) return known
    const opening = loadRoom(this.#parts.log, document).then((loaded) => {
      const room = new Room({ document, parts: this.#parts, loaded, keeper: this })
      this.#open.set(document, room)
      this.#parts.counters.rooms += 1
      this.#snapshots.consider(room)
      return room
    })
    this.#opening.set(document, opening)
    try {
      return await opening
    } finally {
      this.#opening.delete(document)
    }
  }

  async #closeIfUnused(room: Room): Promise<void> {
    if (isUsed(room) || this.#open.get(room.document) !== room) return
    await this.#snapshots.beforeClose(room)
    // The snapshot took its time; somebody may have come.
    if (!isUsed(room)) this.#forget(room)
  }

  #forget(room: Room): void {
    if (this.#open.get(room.document) !== room) return
    this.#open.delete(room.document)
    this.#parts.counters.rooms -= 1
  }
}

/** Whether somebody is in it, on the way in, or something is not saved yet. */
function isUsed(room: Room): boolean {
  return room.connections.size > 0 || room.leases > 0 || !room.pipeline.isIdle
}
