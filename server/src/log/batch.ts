/** The appends that share one commit, and what becomes of each. */
import type { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, Millis, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { NewEntry } from './update-log.ts'

/** An append that waits for its commit. */
export interface Append {
  readonly document: DocumentId
  readonly entry: NewEntry
  /** Bytes its updates take when packed. */
  readonly size: number
  /** Claims not stored yet; fewer than the entry's when some turned out to be stored. */
  claims: readonly number[]
  stored(seq: Seq): void
  refused(failure: Failure): void
}

/** An append with the number it gets if the commit succeeds. */
export interface Numbered {
  readonly append: Append
  readonly seq: Seq
}

/** Client ids that belong to somebody from now on. */
export interface Claim {
  readonly author: PersonId
  readonly clients: readonly number[]
}

/** A row of the log as it is written into the tables: an entry, or several of one document; then what names the row is the last one's. */
export interface LogRow {
  readonly document: DocumentId
  readonly seq: Seq
  readonly id: string
  readonly author: PersonId
  readonly connection: string
  readonly at: Millis
  /** Those of its entries. */
  readonly claims: readonly Claim[]
  /** How many bytes it has; see row-bytes.ts. */
  readonly size: number
  /** Writes so many bytes. */
  packInto(bytes: Uint8Array, start: number): void
}

/** Names an entry among all documents. */
export function entryKey(document: DocumentId, entryId: string): string {
  return `${document}/${entryId}`
}

/** Each document once. */
export function documentsOf(batch: readonly Pick<Append, 'document'>[]): DocumentId[] {
  return [...new Set(batch.map((append) => append.document))]
}
