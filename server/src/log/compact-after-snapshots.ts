/** A log that compacts a document each time a snapshot of it was saved, one document at a time and behind everybody's back. */
import type { DocumentId } from '@tandem/shared/ids.ts'
import type { UpdateLog } from './update-log.ts'

export interface CompactingOptions {
  readonly compact: (document: DocumentId) => Promise<void>
  /** Told when a compaction fails. Nothing is lost then; the next snapshot tries again. */
  readonly onTrouble: (trouble: unknown) => void
}

export interface CompactingLog extends UpdateLog {
  /** Starts no further compaction and resolves when the running one has ended. */
  settle(): Promise<void>
}

export function compactAfterSnapshots(log: UpdateLog, { compact, onTrouble }: CompactingOptions): CompactingLog {
  const waiting = new Set<DocumentId>()
  let isSettling = false
  let running = Promise.resolve()
  const run = async () => {
    for (const document of waiting) {
      if (isSettling) return
      waiting.delete(document)
      try {
        await compact(document)
      } catch (trouble) {
        onTrouble(trouble)
      }
    }
  }
  return {
    append: (document, entry, ear) => log.append(document, entry, ear),
    readSince: (document, since) => log.readSince(document, since),
    findSnapshot: (document) => log.findSnapshot(document),
    loadOwners: (document) => log.loadOwners(document),
    saveSnapshot: async (document, snapshot) => {
      await log.saveSnapshot(document, snapshot)
      waiting.add(document)
      running = running.then(run)
    },
    settle: async () => {
      isSettling = true
      await running
    },
  }
}
