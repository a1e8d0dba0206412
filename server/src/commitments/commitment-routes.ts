/** The calls about what people commit to. */
import * as commitments from '@tandem/shared/contracts/commitments.ts'
import { normalisedWords, wordingHash } from '@tandem/shared/document/wording.ts'
import type { App } from '../http/app.ts'
import { type RowParts, serveOwnRow, serveRowsOf } from '../journals/own-rows.ts'
import { requireParty } from '../journals/parties.ts'
import { takeBackNotices, tellOfRow } from '../notifications/notices-of-rows.ts'

export function serveCommitments(app: App, parts: RowParts): void {
  serveOwnRow(app, commitments.commit, parts, {
    table: 'commitments',
    what: 'commitments',
    act: 'vouch',
    judge: requireParty,
    rowOf: ({ commitment: id, block, kind, words, direction, by }) => ({
      id,
      fields: { block_id: block, kind, words: normalisedWords(words), direction, by_person: by, hash: wordingHash({ words, direction, by }) },
    }),
    tell: async (transaction, { input, person, now }) => {
      const { id: journal, commitment: row, block, kind, words } = input
      const about = { journal, person, block, kind: 'commitment' } as const
      const isLess = await takeBackNotices(transaction, about)
      const told = kind === 'given' ? await tellOfRow(transaction, { ...about, row, words, now }) : []
      return isLess ? [journal] : told
    },
  })

  serveRowsOf(app, commitments.list, parts.db, async ({ journal }) => {
    const rows = await parts.db.selectFrom('commitments').selectAll().where('journal_id', '=', journal).orderBy('number').execute()
    return {
      commitments: rows.map(({ id, person_id: person, at, block_id: block, kind, words, direction, by_person: by }) => ({
        commitment: id,
        person,
        at,
        block,
        kind,
        words,
        direction,
        by,
      })),
    }
  })
}
