/** When each goal and action of a journal was touched last, and who gave each goal its status, out of the projection's rows: the document does not tell. */
import * as contracts from '@tandem/shared/contracts/touched.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { ChangesTable } from '../database/projected-tables.ts'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { TANDEM } from '../log/first-entry.ts'
import { serveRowsOf } from '../journals/own-rows.ts'

export function serveTouched(app: App, db: Kysely<Tables>): void {
  serveRowsOf(app, contracts.list, db, async ({ journal }) => {
    const [blocks, statuses] = await Promise.all([loadTouched(db, journal), loadStatuses(db, journal)])
    return { blocks: blocks.map((row) => ({ ...row, status: statuses.get(row.block) ?? null })) }
  })
}

function loadTouched(db: Kysely<Tables>, journal: JournalId) {
  return (
    blocksOf(db, journal)
      .select(['block.block_id as block', 'block.changed_at as at', 'block.changed_by as by'])
      .where('block.kind', 'in', ['goal', 'action'])
      // What a template wrote nobody has touched.
      .where('block.changed_by', '!=', TANDEM)
      .orderBy('block.block_id')
      .execute()
  )
}

async function loadStatuses(db: Kysely<Tables>, journal: JournalId): Promise<ReadonlyMap<string, contracts.StatusSet>> {
  const changes = await blocksOf(db, journal)
    .innerJoin('changes', (join) => join.onRef('changes.document_id', '=', 'block.document_id').onRef('changes.target', '=', 'block.block_id'))
    .selectAll('changes')
    .where('block.kind', '=', 'goal')
    .where(({ eb, or, and }) => or([eb('changes.what', '=', 'added'), and([eb('changes.what', '=', 'fact'), eb('changes.field', '=', 'status')])]))
    .orderBy('changes.seq')
    .execute()
  const set = new Map<string, contracts.StatusSet>()
  for (const change of changes) {
    const status = statusIn(change)
    if (status !== undefined) set.set(change.target, { status, at: change.at, by: change.author })
  }
  return set
}

function blocksOf(db: Kysely<Tables>, journal: JournalId) {
  return db
    .selectFrom('projected_blocks as block')
    .innerJoin('documents', 'documents.id', 'block.document_id')
    .where('documents.journal_id', '=', journal)
    .where('documents.kind', '=', 'journal')
}

/** The status a change gave, null when it took it away; `undefined` of a goal that came without one. */
function statusIn({ what, became }: ChangesTable): string | null | undefined {
  const now: unknown = became === null ? null : JSON.parse(became)
  const status = what === 'fact' ? now : (now as { readonly facts: Readonly<Record<string, unknown>> } | null)?.facts['status']
  return typeof status === 'string' || status === null ? status : undefined
}
