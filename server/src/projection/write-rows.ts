/** Writes what a pass has found, in one transaction together with how far it came. [P1] [P4] */
import type { DocumentId, Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Database, PlainQuery, Write } from '../database/database.ts'
import { ConstraintFault } from '../database/fault.ts'
import type { ChangesTable, ProjectedBlocksTable, ProjectedPagesTable } from '../database/projected-tables.ts'
import type { Tables } from '../database/tables.ts'
import { columnsOf } from './block-columns.ts'
import type { Change } from './change.ts'
import { updatesOf } from './hung-threads.ts'
import type { Outdated } from './change-groups.ts'
import { sortedFacts } from './compare-states.ts'
import type { RenewedThread } from './renew-anchors.ts'
import type { ListedPage, TouchedBlock, Walked } from './walk.ts'

/** Raised when the rows of older programs would not be what this one writes: then all are made anew. */
export const PROJECTION_VERSION = 1

/** Rows in one statement: a statement takes some thousands of values at most. */
const ROWS = 200

export interface Written {
  readonly document: DocumentId
  /** Where the rows stood when the pass began. */
  readonly from: Seq
  /** The rows so far are of an older program, or not to be trusted: they go first. */
  readonly isAnew: boolean
  readonly walked: Walked
  readonly renewed: readonly RenewedThread[]
}

/** False when another pass has gone the same way meanwhile, or the document is gone: then nothing is changed. */
export async function writeRows(
  { db, writeTogether }: Pick<Database, 'db' | 'writeTogether'>,
  { document, from, isAnew, walked, renewed }: Written,
): Promise<boolean> {
  const position = { seq: walked.seq, version: PROJECTION_VERSION }
  const advance: Write = {
    ...db.updateTable('projections').set(position).where('document_id', '=', document).where('seq', '=', from).compile(),
    mustChange: true,
  }
  // The row is there before the first pass, so that one statement both finds and moves it.
  const begin = db
    .insertInto('projections')
    .values({ document_id: document, seq: 0, version: PROJECTION_VERSION })
    .onConflict((conflict) => conflict.doNothing())
  const writes: Write[] = [begin.compile(), advance]
  if (isAnew) writes.push(...deleteAll(db, document))
  writes.push(...deletes(db, document, walked), ...inserts(db, document, walked), ...updatesOf(db, document, renewed))
  try {
    await writeTogether(writes)
    return true
  } catch (error) {
    if (error instanceof ConstraintFault && (error.kind === 'unchanged' || error.kind === 'foreign-key')) return false
    throw error
  }
}

function deleteAll(db: Kysely<Tables>, document: DocumentId): PlainQuery[] {
  return (['projected_pages', 'projected_blocks', 'changes'] as const).map((table) => db.deleteFrom(table).where('document_id', '=', document).compile())
}

/** What is written anew goes first as well: it is replaced whole. */
function deletes(db: Kysely<Tables>, document: DocumentId, { blocks, goneBlocks, pages, gonePages, outdated }: Walked): PlainQuery[] {
  const blockIds = [...goneBlocks, ...blocks.map(({ id }) => id)]
  const pageIds = [...gonePages, ...pages.map(({ id }) => id)]
  return [
    ...inPieces(blockIds).map((ids) => db.deleteFrom('projected_blocks').where('document_id', '=', document).where('block_id', 'in', ids).compile()),
    ...inPieces(pageIds).map((ids) => db.deleteFrom('projected_pages').where('document_id', '=', document).where('page_id', 'in', ids).compile()),
    ...outdated.map(({ target, seq }: Outdated) =>
      db.deleteFrom('changes').where('document_id', '=', document).where('target', '=', target).where('seq', '=', seq).compile(),
    ),
  ]
}

function inserts(db: Kysely<Tables>, document: DocumentId, { blocks, pages, changes }: Walked): PlainQuery[] {
  const [blockRows, pageRows] = [blocks.map((block) => blockRow(document, block)), pages.map((page) => pageRow(document, page))]
  return [
    ...inPieces(blockRows).map((rows) => db.insertInto('projected_blocks').values(rows).compile()),
    ...inPieces(pageRows).map((rows) => db.insertInto('projected_pages').values(rows).compile()),
    ...inPieces(changes.map((change) => changeRow(document, change))).map((rows) => db.insertInto('changes').values(rows).compile()),
  ]
}

function blockRow(document: DocumentId, { id, page, kind, words, facts, changedAt, changedBy }: TouchedBlock): ProjectedBlocksTable {
  const json = JSON.stringify(sortedFacts(facts))
  return {
    document_id: document,
    block_id: id,
    page_id: page,
    kind,
    words,
    facts: json,
    ...columnsOf(kind, facts),
    changed_at: changedAt,
    changed_by: changedBy,
  }
}

function pageRow(document: DocumentId, { id, kind, title, day, order, startedAt, endedAt, archivedAt }: ListedPage): ProjectedPagesTable {
  return { document_id: document, page_id: id, kind, title, day, position: order, started_at: startedAt, ended_at: endedAt, archived_at: archivedAt }
}

function changeRow(document: DocumentId, { isTrivial, page, ...change }: Change): ChangesTable {
  return { document_id: document, page_id: page, ...change, trivial: isTrivial ? 1 : 0 }
}

function inPieces<Item>(items: readonly Item[]): Item[][] {
  const pieces: Item[][] = []
  for (let from = 0; from < items.length; from += ROWS) pieces.push(items.slice(from, from + ROWS))
  return pieces
}
