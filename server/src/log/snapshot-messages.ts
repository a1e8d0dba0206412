/** What is asked of the thread that understands documents, and what it gives. Lists of updates cross as one piece; see entry-bytes.ts. */
import type { Snapshot } from './update-log.ts'

export type SnapshotJob =
  /** The document that `base` and the updates make, with gc. */
  | { readonly kind: 'build'; readonly base: Uint8Array | undefined; readonly updates: Uint8Array }
  /** What somebody with this state vector lacks of `bytes`. */
  | { readonly kind: 'diff'; readonly bytes: Uint8Array; readonly stateVector: Uint8Array }
  /** Each list of updates as one; the packed lists are packed once more. */
  | { readonly kind: 'merge'; readonly lists: Uint8Array }

export interface BuiltDocument extends Omit<Snapshot, 'seq'> {
  /** Updates that Yjs throws at and that are not in it. */
  readonly leftOut: number
}

/** A built document, or the bytes of the other two jobs: what is lacked, or what each list has become, packed. */
export type SnapshotResult = BuiltDocument | { readonly bytes: Uint8Array }
