/** The thread that understands documents: builds them, compares them and merges updates. Hostile or large content costs its time, never the event loop's. */
import * as Y from 'yjs'
import { answerJobs } from '../threads/answer-jobs.ts'
import { buildDocument } from './build-document.ts'
import { packUpdates, unpackUpdates } from './entry-bytes.ts'
import { mergeUpdatesWhole } from './merge-updates.ts'
import type { BuiltDocument, SnapshotJob, SnapshotResult } from './snapshot-messages.ts'

answerJobs((job: SnapshotJob) => {
  const result = perform(job)
  return { result, transfer: [ownBuffer(result.bytes)] }
})

function perform(job: SnapshotJob): SnapshotResult {
  switch (job.kind) {
    case 'build':
      return build(job.base, unpackUpdates(job.updates))
    case 'diff':
      return { bytes: Y.diffUpdate(job.bytes, job.stateVector).slice() }
    case 'merge':
      return { bytes: packUpdates(unpackUpdates(job.lists).map((list) => mergeUpdatesWhole(unpackUpdates(list)))) }
  }
}

function build(base: Uint8Array | undefined, updates: readonly Uint8Array[]): BuiltDocument {
  const { doc, leftOut } = buildDocument(base, updates)
  const stateVector = Y.encodeStateVector(doc)
  // Against its own state vector a document has no structs to tell; its deletions are always told.
  const deletes = Y.encodeStateAsUpdate(doc, stateVector)
  const bytes = Y.encodeStateAsUpdate(doc).slice()
  doc.destroy()
  return { bytes, stateVector, deletes, leftOut }
}

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  if (bytes.buffer instanceof ArrayBuffer) return bytes.buffer
  throw new Error('Shared memory cannot be handed over.')
}
