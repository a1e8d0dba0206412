/** The committed bytes of an open room, as they are sent to who joins: the newest snapshot and the updates since. */
import type { Buffer } from 'node:buffer'
import type { Seq } from '@tandem/shared/ids.ts'
import type { Snapshot } from '../log/update-log.ts'
import { frameKeptUpdate } from './server-frames.ts'
import { type StateVector, parseStateVector } from './state-vector.ts'
import { Tail } from './tail.ts'

/** The state vector of a snapshot. It is read whenever it is needed, for kept as a map it takes more than the document. */
export function readVector({ seq, stateVector }: Pick<Snapshot, 'seq' | 'stateVector'>): StateVector {
  const vector = parseStateVector(stateVector)
  if (!vector) throw new Error(`The snapshot at ${seq} has no readable state vector.`)
  return vector
}

export class StoredState {
  snapshot: Snapshot | undefined
  /** The whole snapshot as a frame. */
  snapshotFrames: readonly Buffer[] = []
  /** For a joiner who has every struct of the snapshot: what is deleted in it. */
  deletesFrames: readonly Buffer[] = []
  readonly #tail = new Tail()
  /** Every entry up to here is in the snapshot or the tail. */
  #head: Seq = 0
  /** Seqs beyond the head that are in the tail; there are some only while another node's entries are on their way. */
  readonly #ahead = new Set<Seq>()

  constructor(snapshot: Snapshot | undefined) {
    if (snapshot) this.replaceSnapshot(snapshot)
  }

  get head(): Seq {
    return this.#head
  }

  get tailEntries(): number {
    return this.#tail.entries
  }

  get tailBytes(): number {
    return this.#tail.bytes
  }

  get bytes(): number {
    return (this.snapshot?.bytes.length ?? 0) + this.#tail.bytes
  }

  has(seq: Seq): boolean {
    return seq <= this.#head || this.#ahead.has(seq)
  }

  /** The frames are one or more update messages, and are copied. */
  add(seq: Seq, frames: Uint8Array): void {
    this.#tail.add(seq, frames)
    if (seq === this.#head + 1) this.#head = seq
    else this.#ahead.add(seq)
    this.#skipAhead()
  }

  /** Everything up to `seq` was read from the log, where compaction leaves gaps. */
  reached(seq: Seq): void {
    this.#head = Math.max(this.#head, seq)
    for (const ahead of this.#ahead) if (ahead <= this.#head) this.#ahead.delete(ahead)
    this.#skipAhead()
  }

  #skipAhead(): void {
    while (this.#ahead.size > 0 && this.#ahead.delete(this.#head + 1)) this.#head += 1
  }

  /** Takes a newer snapshot and drops what it holds from the tail. An older one changes nothing. */
  replaceSnapshot(snapshot: Snapshot): void {
    if (this.snapshot && this.snapshot.seq >= snapshot.seq) return
    readVector(snapshot)
    // The bytes are kept once, inside their frames.
    const whole = frameKeptUpdate(snapshot.bytes)
    const deletes = frameKeptUpdate(snapshot.deletes)
    this.snapshot = { ...snapshot, bytes: whole.update, deletes: deletes.update }
    this.snapshotFrames = [whole.frame]
    this.deletesFrames = [deletes.frame]
    this.#tail.dropUpTo(snapshot.seq)
    this.reached(snapshot.seq)
  }

  get tailFrames(): readonly Buffer[] {
    return this.#tail.entries === 0 ? [] : [this.#tail.frames]
  }
}
