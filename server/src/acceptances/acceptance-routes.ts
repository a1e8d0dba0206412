/** The calls by which people accept what others have given them to do. */
import * as acceptances from '@tandem/shared/contracts/acceptances.ts'
import type { App } from '../http/app.ts'
import { type RowParts, serveOwnRow, serveRowsOf } from '../journals/own-rows.ts'

export function serveAcceptances(app: App, parts: RowParts): void {
  serveOwnRow(app, acceptances.accept, parts, {
    table: 'acceptances',
    what: 'acceptances',
    act: 'vouch',
    rowOf: ({ acceptance: id, block, kind, words, why }) => ({ id, fields: { block_id: block, kind, words, why } }),
  })

  serveRowsOf(app, acceptances.list, parts.db, async ({ journal }) => {
    const rows = await parts.db.selectFrom('acceptances').selectAll().where('journal_id', '=', journal).orderBy('number').execute()
    return {
      acceptances: rows.map(({ id, person_id: person, at, block_id: block, kind, words, why }) => ({ acceptance: id, person, at, block, kind, words, why })),
    }
  })
}
