/** The rows the projection reads out of documents; see server/src/projection. All of them can be deleted and are made again. */
import type { ChangeWhat } from '@tandem/shared/document/change-what.ts'
import type { BlockId, Day, DocumentId, Millis, PageId, PersonId, Seq } from '@tandem/shared/ids.ts'

export interface ProjectedTables {
  projections: ProjectionsTable
  projected_pages: ProjectedPagesTable
  projected_blocks: ProjectedBlocksTable
  changes: ChangesTable
}

/** How far the rows of a document go. */
export interface ProjectionsTable {
  document_id: DocumentId
  seq: Seq
  /** Of the program that wrote them; rows of an older one are made anew. */
  version: number
}

export interface ProjectedPagesTable {
  document_id: DocumentId
  page_id: PageId
  kind: string
  title: string
  day: Day | null
  position: number
  started_at: Millis | null
  ended_at: Millis | null
  archived_at: Millis | null
}

/** Every block with words in it, plain lines too. The facts that queries ask for have columns, read as the block's kind reads them. */
export interface ProjectedBlocksTable {
  document_id: DocumentId
  block_id: BlockId
  page_id: PageId
  kind: string
  words: string
  /** All facts, as JSON. */
  facts: string
  owner: PersonId | null
  /** The day an action is due, or a goal is to be met. */
  due: Day | null
  end: string | null
  goal: BlockId | null
  status: string | null
  support: string | null
  changed_at: Millis
  changed_by: PersonId
}

/** What differs in meaning between two entries of a document's log; see projection/change.ts. */
export interface ChangesTable {
  document_id: DocumentId
  seq: Seq
  target: BlockId | PageId
  what: ChangeWhat
  field: string
  at: Millis
  author: PersonId
  page_id: PageId
  kind: string
  was: string | null
  became: string | null
  place: BlockId | null
  trivial: 0 | 1
}
