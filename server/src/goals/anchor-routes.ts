/** The calls about mentorship anchors. What is hidden never leaves the server. */
import * as anchors from '@tandem/shared/contracts/mentorship-anchors.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { type RowParts, serveOwnRow, serveRowsOf } from '../journals/own-rows.ts'
import { isAsked, type Pair, revealAnswers } from './reveal-answers.ts'

export function serveAnchors(app: App, parts: RowParts): void {
  const { db } = parts
  serveOwnRow(app, anchors.answer, parts, {
    table: 'anchor_answers',
    what: 'mentorship-anchors',
    act: 'vouch',
    judge: ({ seat }, { question }) => {
      if (!isAsked(seat, question)) throw new Failure('not-a-party')
    },
    rowOf: ({ answer: id, block, question, reply }) => ({ id, fields: { block_id: block, question, reply } }),
  })

  serveRowsOf(app, anchors.list, db, async ({ journal, person: reader }) => {
    const rows = await db.selectFrom('anchor_answers').selectAll().where('journal_id', '=', journal).orderBy('number').execute()
    const all = rows.map(({ id, person_id: person, at, block_id: block, question, reply }) => ({ answer: id, person, at, block, question, reply }))
    const { answers, given } = revealAnswers(all, { pair: await findPair(db, journal), reader })
    return { answers: [...answers], given: [...given] }
  })
}

async function findPair(db: Kysely<Tables>, journal: JournalId): Promise<Pair> {
  const rows = await db
    .selectFrom('members')
    .select(['seat', 'person_id'])
    .where('journal_id', '=', journal)
    .where('left_at', 'is', null)
    .where('seat', 'in', ['mentor', 'mentee'])
    .execute()
  return Object.fromEntries(rows.map(({ seat, person_id: person }) => [seat, person]))
}
