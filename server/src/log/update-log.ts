/** The durable, ordered record of a document. Everything else can be rebuilt from it. The numbered promises are RULES.md's. */
import type { DocumentId, Millis, PersonId, Seq } from '@tandem/shared/ids.ts'

/** What one connection sent within one turn: opaque Yjs updates in their order. */
export interface NewEntry {
  /** Made by the caller, so that an append made again after a failure is recognised. */
  readonly id: string
  readonly author: PersonId
  /** The connection it came by; tells two tabs of one person apart. */
  readonly connection: string
  readonly at: Millis
  readonly updates: readonly Uint8Array[]
  /** Client ids first seen in this entry: from now on they belong to the author. */
  readonly claims: readonly number[]
}

/** [L14] Hears once what became of an append; what it throws is a defect. Told directly, for a promise and what stands around it were a sixth of what an update leaves to the collector of garbage. */
export interface AppendEar {
  stored(seq: Seq): void
  refused(trouble: unknown): void
}

export interface Entry extends Omit<NewEntry, 'claims'> {
  readonly seq: Seq
}

/** The whole document up to `seq`, a cache of the log. */
export interface Snapshot {
  readonly seq: Seq
  /** A Yjs v1 update with gc. */
  readonly bytes: Uint8Array
  /** Yjs v1 state vector of `bytes`, so that joining does not decode them. */
  readonly stateVector: Uint8Array
  /** The delete set of `bytes`, as an update without structs. */
  readonly deletes: Uint8Array
}

/** When a document was last written in, where the tables may not know it yet; `undefined` where they do. */
export type WhenWritten = (document: DocumentId) => Millis | undefined

export interface UpdateLog {
  /**
   * [L1] Seqs of a document rise by one from 1. [L2] `stored` is told only after the commit, with fsync. [L3] An entry appended again after a failure is stored once.
   * [L5] Claims of client ids are stored in the same commit. [L9] Refused with `cannot-store` when nothing was stored; the same entry may then be appended
   * again. `foreign-client-id` and `unknown-document` are for good. [L7] What waits behind a refused append of the same document is refused with it.
   */
  append(document: DocumentId, entry: NewEntry, ear: AppendEar): void
  /** [L4] Entries after `since`, in order; empty when there is nothing new. [L8] Old entries of one burst are one, so seqs may have gaps. */
  readSince(document: DocumentId, since: Seq): AsyncIterable<Entry>
  /** The newest snapshot, if any. */
  findSnapshot(document: DocumentId): Promise<Snapshot | undefined>
  /** [L6] Keeps a snapshot of the log up to its seq; an older one never replaces a newer one. */
  saveSnapshot(document: DocumentId, snapshot: Snapshot): Promise<void>
  /** Whom the client ids of a document belong to. */
  loadOwners(document: DocumentId): Promise<Map<number, PersonId>>
}
