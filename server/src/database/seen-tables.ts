/** What people have seen. */
import type { BlockId, DocumentId, JournalId, Millis, PageId, PersonId, RowId, Seq } from '@tandem/shared/ids.ts'

export interface SeenTables {
  seen: SeenTable
  seen_targets: SeenTargetsTable
  seen_rows: SeenRowsTable
}

/** Everything up to `seq`. Without a row the person has never looked. */
export interface SeenTable {
  document_id: DocumentId
  person_id: PersonId
  seq: Seq
  /** When they saw it. */
  at: Millis
}

/** Of one block or page more than of the rest: changes they watched, beyond `seen.seq`. */
export interface SeenTargetsTable {
  document_id: DocumentId
  person_id: PersonId
  target: BlockId | PageId
  seq: Seq
}

/** Of what others vouch for, by id. Of comments see `comment_reads`. */
export interface SeenRowsTable {
  journal_id: JournalId
  row_id: RowId
  person_id: PersonId
}
