/** The columns that all rows have which a person vouches for. */
import type { JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'

/** What all rows have that a person vouches for. They are only ever added, in their `number`'s order within the journal. */
export interface OwnRow {
  journal_id: JournalId
  id: RowId
  number: number
  person_id: PersonId
  at: Millis
}
