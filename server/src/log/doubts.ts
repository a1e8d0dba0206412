/** Entries of which nobody knows whether they were stored: their commit failed, but may have reached the disk before it did. [L3] */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import { type Append, entryKey } from './batch.ts'

export class Doubts {
  /** The head of the document before the first doubtful commit: if the entry was stored, it stands behind it. */
  readonly #since = new Map<string, Seq>()

  /** Remembers the appends of a failed commit. */
  add(batch: readonly Append[], headOf: (document: DocumentId) => Seq): void {
    for (const { document, entry } of batch) {
      const key = entryKey(document, entry.id)
      if (!this.#since.has(key)) this.#since.set(key, headOf(document))
    }
  }

  /** It is known now what became of the entry. */
  end({ document, entry }: Append): void {
    if (this.#since.size > 0) this.#since.delete(entryKey(document, entry.id))
  }

  /** The documents with doubtful appends in a batch, and the seq behind which to look for them. */
  ofBatch(batch: readonly Append[]): Map<DocumentId, Seq> {
    const documents = new Map<DocumentId, Seq>()
    if (this.#since.size === 0) return documents
    for (const { document, entry } of batch) {
      const since = this.#since.get(entryKey(document, entry.id))
      if (since !== undefined) documents.set(document, Math.min(since, documents.get(document) ?? since))
    }
    return documents
  }
}
