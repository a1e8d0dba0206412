/** Builds snapshots of documents out of the log, in threads of its own, and says when one is due. */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import { AskedThread } from '../threads/asked-thread.ts'
import { ONE_JOB } from '../threads/one-job.ts'
import { packUpdates, unpackUpdates } from './entry-bytes.ts'
import type { BuiltDocument, SnapshotJob, SnapshotResult } from './snapshot-messages.ts'
import type { Snapshot, UpdateLog } from './update-log.ts'

/** The log since the newest snapshot. */
export interface LogShape {
  readonly entries: number
  readonly bytes: number
}

export interface SnapshotPolicy {
  readonly maxEntries: number
  readonly maxBytes: number
}

export const SNAPSHOT_POLICY: SnapshotPolicy = { maxEntries: 500, maxBytes: 262_144 }

/** When a room should have a snapshot made: often enough to load fast, rarely enough to write little. */
export function snapshotIsDue(log: LogShape, policy: SnapshotPolicy): boolean {
  return log.entries >= policy.maxEntries || log.bytes >= policy.maxBytes
}

export interface Snapshotter {
  /** A snapshot of everything the log holds of a document, not yet saved; `undefined` when there is nothing newer than the saved one. */
  build(document: DocumentId): Promise<Snapshot | undefined>
  /** What somebody with this state vector lacks of a document's bytes; the bytes stay the caller's. */
  diff(bytes: Uint8Array, stateVector: Uint8Array): Promise<Uint8Array>
  /** Of each list of updates one with the same content. Many at once, for asking the thread costs more than a short list does. */
  merge(lists: readonly (readonly Uint8Array[])[]): Promise<Uint8Array[]>
  /** Ends the threads. Jobs that are not done are rejected. */
  close(): Promise<void>
}

/** A long log is built in pieces of about this size, so that it never stands in memory as a whole. */
const PIECE_BYTES = 4_194_304

/** Hears of a document whose log holds updates that break it: so many were left out of its snapshot up to this seq. */
export type LeftOutEar = (document: DocumentId, told: { readonly upTo: Seq; readonly updates: number }) => void

/** Starts its threads with their first jobs. Comparing has one of its own: who joins does not wait until a long document is built. */
export function createSnapshotter(log: UpdateLog, onLeftOut: LeftOutEar = () => undefined): Snapshotter {
  const file = new URL('./snapshot-worker.ts', import.meta.url)
  const thread = new AskedThread<SnapshotJob, SnapshotResult>({ file, name: 'snapshots', isBehindOthers: true, patience: ONE_JOB })
  const comparing = new AskedThread<SnapshotJob, SnapshotResult>({ file, name: 'comparing', patience: ONE_JOB })
  return {
    build: (document) => build(document, { log, thread, onLeftOut }),
    diff: async (bytes, stateVector) => (await comparing.ask({ kind: 'diff', bytes, stateVector })).bytes,
    merge: async (lists) => {
      const merged: Uint8Array[] = []
      for (const piece of mergePieces(lists.map(packUpdates))) {
        const packed = packUpdates(piece)
        merged.push(...unpackUpdates((await thread.ask({ kind: 'merge', lists: packed }, [packed.buffer])).bytes))
      }
      return merged
    },
    close: async () => {
      await thread.end()
      await comparing.end()
    },
  }
}

/** Lists are merged together up to about this size: snapshots wait for the same thread. */
const MERGE_BYTES = 262_144

function mergePieces(lists: readonly Uint8Array[]): Uint8Array[][] {
  const pieces: Uint8Array[][] = []
  let bytes = 0
  for (const list of lists) {
    const piece = pieces.at(-1)
    const fits = piece !== undefined && bytes + list.byteLength <= MERGE_BYTES
    if (fits) piece.push(list)
    else pieces.push([list])
    bytes = list.byteLength + (fits ? bytes : 0)
  }
  return pieces
}

interface Sources {
  readonly log: UpdateLog
  readonly thread: AskedThread<SnapshotJob, SnapshotResult>
  readonly onLeftOut: LeftOutEar
}

async function build(id: DocumentId, { log, thread, onLeftOut }: Sources): Promise<Snapshot | undefined> {
  const saved = await log.findSnapshot(id)
  let built: Snapshot | undefined
  let seq = saved?.seq ?? 0
  let updates: Uint8Array[] = []
  let bytes = 0
  const buildPiece = async () => {
    const packed = packUpdates(updates)
    const result = await thread.ask({ kind: 'build', base: built?.bytes ?? saved?.bytes, updates: packed }, [packed.buffer])
    if (!isBuiltDocument(result)) throw new Error('The thread gave something else than a document.')
    const { leftOut, ...document } = result
    if (leftOut > 0) onLeftOut(id, { upTo: seq, updates: leftOut })
    built = { seq, ...document }
    updates = []
    bytes = 0
  }
  for await (const entry of log.readSince(id, seq)) {
    seq = entry.seq
    for (const update of entry.updates) {
      updates.push(update)
      bytes += update.byteLength
    }
    if (bytes >= PIECE_BYTES) await buildPiece()
  }
  if (updates.length > 0) await buildPiece()
  return built
}

function isBuiltDocument(result: SnapshotResult): result is BuiltDocument {
  return 'stateVector' in result
}
