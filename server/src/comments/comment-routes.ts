/** The calls about comments. */
import * as comments from '@tandem/shared/contracts/comments.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import { changeJournal, requireMember } from '../journals/change-journal.ts'
import { type RowParts, serveRowsOf } from '../journals/own-rows.ts'
import { quoteAnew, readNoticesOf, removeNoticesOf } from '../notifications/notices-of-comments.ts'
import { listComments } from './list-comments.ts'
import { changeThread, reactToComment, readComments } from './mark-comments.ts'
import { editComment, removeComment, sayComment } from './say-comment.ts'
import { tellOfComment } from './tell-of-comment.ts'

export function serveComments(app: App, { db, bus, now, limits }: RowParts): void {
  /** Whoever may comment changes something, and everybody in the journal hears that something has changed. */
  async function comment(journal: JournalId, person: PersonId, change: (transaction: Transaction<Tables>) => Promise<unknown>) {
    await changeJournal(db, { journal, person, act: 'comment' }, change)
    // What is told of a comment changes with it.
    for (const what of ['comments', 'notices'] as const) bus.publish({ kind: 'rows-changed', journal, what })
    return {}
  }

  serve(app, comments.say, async ({ input, person }) => {
    const { id: journal, ...said } = input
    const saying = { ...said, journal, person, now: now() }
    const told = await changeJournal(db, { journal, person, act: 'comment' }, async (transaction) => {
      const isNew = await sayComment(transaction, { ...saying, atMost: limits.rows })
      return isNew ? tellOfComment(transaction, saying) : undefined
    })
    if (told) bus.publish({ kind: 'rows-changed', journal, what: 'comments' })
    for (const each of told ?? []) bus.publish({ kind: 'rows-changed', journal: each, what: 'notices' })
    return {}
  })

  serve(app, comments.edit, ({ input: { id: journal, ...edit }, person }) =>
    comment(journal, person, async (transaction) => {
      await editComment(transaction, { ...edit, journal, person, now: now() })
      await quoteAnew(transaction, { journal, comment: edit.comment }, edit.words)
    }),
  )
  serve(app, comments.remove, ({ input: { id: journal, comment: id }, person }) =>
    comment(journal, person, async (transaction) => {
      await removeComment(transaction, { journal, person, comment: id, now: now() })
      await removeNoticesOf(transaction, { journal, comment: id })
    }),
  )
  serve(app, comments.react, ({ input: { id: journal, comment: id, ...reaction }, person }) =>
    comment(journal, person, (transaction) => reactToComment(transaction, { journal, person, comment: id, now: now() }, reaction)),
  )
  serve(app, comments.change, ({ input: { id: journal, thread, ...change }, person }) =>
    comment(journal, person, (transaction) => changeThread(transaction, { journal, person, thread, now: now() }, change)),
  )

  serve(app, comments.read, async ({ input, person }) => {
    const { id: journal } = input
    await requireMember(db, { journal, person, act: 'read' })
    await readComments(db, { journal, person, now: now() }, input.comments)
    await readNoticesOf(db, { journal, person }, input.comments, now())
    for (const what of ['comments', 'notices'] as const) bus.publish({ kind: 'rows-changed', journal, what })
    return {}
  })

  serveRowsOf(app, comments.list, db, ({ journal, person }) => listComments(db, journal, person))
}
