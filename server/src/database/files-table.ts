/** The row of a file of a journal. */
import type { FileId, JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'

/** A file whose bytes are in the file store, under its journal and its id. */
export interface FilesTable {
  journal_id: JournalId
  id: FileId
  person_id: PersonId
  at: Millis
  name: string
  /** Told by its bytes. */
  type: string
  bytes: number
  /** SHA-256 of its bytes, in hexadecimal digits. */
  sum: string
}
