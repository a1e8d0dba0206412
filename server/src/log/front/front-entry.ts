/** What the front holds: entries that are committed, numbered, and not in the database yet. */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import type { NewEntry } from '../update-log.ts'

export interface FrontEntry {
  readonly document: DocumentId
  readonly seq: Seq
  /** Its claims are those that were not stored yet. */
  readonly entry: NewEntry
}
