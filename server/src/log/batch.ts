/** The appends that share one commit, and what becomes of each. */
import type { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import type { NewEntry } from './update-log.ts'

/** An entry on its way to the database. */
export interface Storable {
  readonly document: DocumentId
  readonly entry: NewEntry
  /** Bytes its updates take when packed. */
  readonly size: number
  /** Claims not stored yet; fewer than the entry's when some turned out to be stored. */
  claims: readonly number[]
}

/** An append that waits for its commit. */
export interface Append extends Storable {
  stored(seq: Seq): void
  refused(failure: Failure): void
}

/** An entry with the number it gets if the commit succeeds. */
export interface Numbered<Kind extends Storable> {
  readonly append: Kind
  readonly seq: Seq
}

/** Names an entry among all documents. */
export function entryKey(document: DocumentId, entryId: string): string {
  return `${document}/${entryId}`
}

/** Each document once. */
export function documentsOf(batch: readonly Pick<Storable, 'document'>[]): DocumentId[] {
  return [...new Set(batch.map((append) => append.document))]
}
