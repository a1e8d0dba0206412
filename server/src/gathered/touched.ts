/** When each goal and action of a journal was touched last, and by whom, out of the projection's rows: the document does not tell. */
import * as contracts from '@tandem/shared/contracts/touched.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serveRowsOf } from '../journals/own-rows.ts'

export function serveTouched(app: App, db: Kysely<Tables>): void {
  serveRowsOf(app, contracts.list, db, async ({ journal }) => {
    const blocks = await db
      .selectFrom('projected_blocks')
      .innerJoin('documents', 'documents.id', 'projected_blocks.document_id')
      .select(['projected_blocks.block_id as block', 'projected_blocks.changed_at as at', 'projected_blocks.changed_by as by'])
      .where('documents.journal_id', '=', journal)
      .where('documents.kind', '=', 'journal')
      .where('projected_blocks.kind', 'in', ['goal', 'action'])
      .orderBy('projected_blocks.block_id')
      .execute()
    return { blocks }
  })
}
