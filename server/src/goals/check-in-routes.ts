/** The calls about how far goals are. */
import * as checkIns from '@tandem/shared/contracts/check-ins.ts'
import type { App } from '../http/app.ts'
import { type RowParts, serveOwnRow, serveRowsOf } from '../journals/own-rows.ts'
import { requireParty } from '../journals/parties.ts'
import { takeBackNotices, tellOfRow } from '../notifications/notices-of-rows.ts'

export function serveCheckIns(app: App, parts: RowParts): void {
  serveOwnRow(app, checkIns.checkIn, parts, {
    table: 'check_ins',
    what: 'check-ins',
    act: 'vouch',
    judge: requireParty,
    rowOf: ({ checkIn: id, block, day, kind, value, word, sentence, replaces }) => ({
      id,
      fields: { block_id: block, day, kind, value, word, sentence, replaces },
    }),
    tell: async (transaction, { input, person, now }) => {
      const { id: journal, checkIn: row, block, kind, value, word, sentence, replaces } = input
      const about = { journal, person, block, kind: 'check-in' } as const
      const isLess = replaces !== null && (await takeBackNotices(transaction, { ...about, row: replaces }))
      const words = [value === null ? word : `${value} %`, sentence].filter(Boolean).join(' · ')
      const told = kind === 'given' ? await tellOfRow(transaction, { ...about, row, words, now }) : []
      return isLess ? [journal] : told
    },
  })

  serveRowsOf(app, checkIns.list, parts.db, async ({ journal }) => {
    const rows = await parts.db.selectFrom('check_ins').selectAll().where('journal_id', '=', journal).orderBy('number').execute()
    return {
      checkIns: rows.map(({ id, person_id: person, at, block_id: block, day, kind, value, word, sentence, replaces }) => ({
        checkIn: id,
        person,
        at,
        block,
        day,
        kind,
        value,
        word,
        sentence,
        replaces,
      })),
    }
  })
}
