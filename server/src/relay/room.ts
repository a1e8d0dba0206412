/**
 * A document open in this process: committed bytes, knowledge to judge with, connections. It holds no Y.Doc.
 * What happens on a commit stands here, in order: ack, then fan-out, then the bus.
 */
import { Buffer } from 'node:buffer'
import type { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Millis, Seq } from '@tandem/shared/ids.ts'
import type { Snapshot } from '../log/update-log.ts'
import { CommitPipeline, type PipelineEar } from './commit-pipeline.ts'
import type { Connection } from './connection.ts'
import { fullnessOf } from './fullness.ts'
import type { Knowledge } from './knowledge.ts'
import { absorbDeletes, type LoadedRoom } from './load-room.ts'
import type { PendingEntry } from './pending-entry.ts'
import { Presence } from './presence.ts'
import type { RelayParts } from './relay-parts.ts'
import { encodeStateVector } from './state-vector.ts'
import { frameStep1 } from './server-frames.ts'
import type { StoredState } from './stored-state.ts'
import type { AtTurnEnd } from './turn.ts'

/** What a room tells the one who keeps it. */
export interface RoomKeeper {
  /** It may be time for a snapshot. */
  drained(room: Room): void
  /** The room must be given up: what it knows is no longer what the log holds. */
  broken(room: Room): void
}

export class Room implements AtTurnEnd, PipelineEar {
  readonly document: DocumentId
  readonly parts: RelayParts
  readonly openedAt: Millis
  readonly stored: StoredState
  readonly knowledge: Knowledge
  readonly connections = new Set<Connection>()
  readonly presence: Presence
  readonly pipeline: CommitPipeline
  /** Those who opened the room and have not joined or gone yet. */
  leases = 0
  readonly #keeper: RoomKeeper
  readonly #paused = new Set<Connection>()
  #committedTo: Seq = 0
  /** Somebody was told that nothing can be saved, and that is not over. */
  #hasToldTrouble = false
  /** What those who are here were told of how full it is. */
  #toldFullness = 0

  constructor({ document, parts, loaded, keeper }: { document: DocumentId; parts: RelayParts; loaded: LoadedRoom; keeper: RoomKeeper }) {
    this.document = document
    this.parts = parts
    this.openedAt = parts.clock.now()
    this.stored = loaded.stored
    this.knowledge = loaded.knowledge
    this.#keeper = keeper
    const pace = () => (this.connections.size >= parts.limits.crowd ? parts.limits.crowdPace : 0)
    this.pipeline = new CommitPipeline({ document, log: parts.log, clock: parts.clock, retry: parts.limits, ear: this, pace })
    this.presence = new Presence({
      clock: parts.clock,
      limits: parts.limits,
      findOwner: (client) => this.knowledge.owners.get(client),
      tellOthers: (frame, except) => this.tellOthers(frame, except),
    })
  }

  /** Sends frames to everybody who has joined, but one. */
  tellOthers(frame: Buffer, except?: Connection): void {
    for (const connection of this.connections) if (connection !== except && connection.isJoined) connection.send(frame)
  }

  /** Asks a connection for everything it has and we lack. */
  askForMissing(connection: Connection): void {
    connection.send(frameStep1(encodeStateVector(this.knowledge.vector)))
  }

  /** Slows down somebody who writes faster than the disk takes. */
  pauseWriter(connection: Connection): void {
    if (this.#paused.has(connection)) return
    this.#paused.add(connection)
    connection.pause()
  }

  #resumeWriters(): void {
    for (const connection of this.#paused) connection.resume()
    this.#paused.clear()
  }

  detach(connection: Connection): void {
    connection.isLeaving = true
    this.connections.delete(connection)
    this.#paused.delete(connection)
    this.presence.leave(connection)
  }

  /** Tells everybody, or the one who just joined, when the document is nearly full, and when it no longer is. */
  tellFullness(joiner?: Connection): void {
    const used = { bytes: this.stored.bytes + this.pipeline.pendingBytes, clientIds: this.knowledge.owners.size }
    const percent = fullnessOf(used, this.parts.limits)
    if (joiner && percent > 0) joiner.sendFullness(percent)
    if (joiner || percent === this.#toldFullness) return
    this.#toldFullness = percent
    for (const connection of this.connections) if (connection.isJoined) connection.sendFullness(percent)
  }

  /** Takes a newer snapshot; it also knows deletions that follow from others, which nobody sent. */
  takeSnapshot(snapshot: Snapshot): void {
    this.stored.replaceSnapshot(snapshot)
    absorbDeletes(this.knowledge, this.stored.snapshot?.deletes ?? snapshot.deletes)
    this.tellFullness()
  }

  turnEnded(): void {
    this.pipeline.flush()
  }

  committed({ connection, at, frames, updates, bytes, upTo, covers }: PendingEntry, seq: Seq): void {
    // The ack is a promise: never before the commit. [R6]
    connection.acks.commit(upTo, covers)
    connection.sendAck()
    const [first] = frames
    if (!first) return
    const { counters, clock } = this.parts
    counters.ackLatency.observe(clock.now() - at)
    counters.entries += 1
    counters.updates += updates.length
    counters.updateBytes += bytes
    if (seq > this.#committedTo) this.#committedTo = seq
    if (this.stored.has(seq)) return
    const joined = frames.length === 1 ? first : Buffer.concat(frames)
    this.stored.add(seq, joined)
    this.tellOthers(joined, connection)
  }

  drained(): void {
    if (this.#committedTo > 0) this.parts.bus.publish({ kind: 'appended', document: this.document, seq: this.#committedTo })
    this.#committedTo = 0
    if (this.#hasToldTrouble) for (const connection of this.connections) connection.knowsCannotStore = false
    this.#hasToldTrouble = false
    if (this.#paused.size > 0) this.#resumeWriters()
    this.tellFullness()
    this.#keeper.drained(this)
  }

  failing(entries: readonly PendingEntry[], trouble: unknown): void {
    const { counters, logger } = this.parts
    counters.failedEntries += entries.length
    logger.warn({ document: this.document, entries: entries.length, err: trouble }, 'entries could not be stored and are tried again')
    for (const { connection } of entries) this.tellCannotStore(connection)
  }

  /** Tells a writer, once until it is over, that nothing can be saved now. */
  tellCannotStore(connection: Connection): void {
    if (connection.knowsCannotStore) return
    connection.knowsCannotStore = true
    this.#hasToldTrouble = true
    connection.refuse('cannot-store')
  }

  broken(trouble: Failure): void {
    this.parts.logger.error({ document: this.document, err: trouble }, 'an entry can never be stored; the room is given up')
    this.#keeper.broken(this)
  }
}
