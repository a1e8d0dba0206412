/** The calls about what has changed and what I have seen of it. */
import * as changes from '@tandem/shared/contracts/changes.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { DocumentId, JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Bus } from '../bus/bus.ts'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import { requireMember } from '../journals/change-journal.ts'
import { listChanges, listNews, listRecord } from './list-changes.ts'
import { markRowsSeen, markRowsWatched } from './mark-rows.ts'
import { markSeen, markWatched, wasWatched } from './seen.ts'

export interface CatchUpParts {
  readonly db: Kysely<Tables>
  readonly bus: Bus
  readonly now: () => Millis
  /** Brings a document's rows up to its log. */
  readonly catchUp: (document: DocumentId) => Promise<void>
}

export function serveCatchUp(app: App, { db, bus, now, catchUp }: CatchUpParts): void {
  serve(app, changes.list, async ({ input, person }) => {
    const document = await documentFor(db, input.id, person)
    const listed = await listChanges(db, { document, person, journal: input.id }, input.since)
    if (listed.seen) return { ...listed, now: now() }
    // Who comes for the first time has before their eyes what the log holds, not what the rows already tell.
    await catchUp(document)
    return { ...(await listChanges(db, { document, person, journal: input.id }, input.since)), now: now() }
  })

  serve(app, changes.record, async ({ input, person }) => {
    const document = await documentFor(db, input.id, person)
    return { changes: await listRecord(db, document, input.block) }
  })

  serve(app, changes.markSeen, async ({ input, person }) => {
    const document = await documentFor(db, input.id, person)
    await markSeen(db, { document, person, now: now() }, input.upTo)
    const isOfComments = await markRowsSeen(db, { journal: input.id, person, now: now() }, input.rows)
    // My other devices hear of it too.
    const touched = ['changes', ...(isOfComments ? (['comments'] as const) : []), ...(input.rows.length > 0 ? (['notices'] as const) : [])] as const
    for (const what of touched) bus.publish({ kind: 'rows-changed', journal: input.id, what })
    return {}
  })

  serve(app, changes.watched, async ({ input, person }) => {
    const document = await documentFor(db, input.id, person)
    // Never for every hint: what is read now is told at once, which would ask for more, for as long as somebody types.
    if (input.isLeaving) await catchUp(document)
    const looker = { document, person, now: now() }
    await markWatched(db, looker, input)
    const hasRead = await markRowsWatched(db, { journal: input.id, person, now: now() }, input)
    // My other devices may have asked before this was told. Not while I watch: then whoever types would have everybody ask twice.
    if (input.isLeaving && (await wasWatched(db, looker, input))) bus.publish({ kind: 'rows-changed', journal: input.id, what: 'changes' })
    if (hasRead) bus.publish({ kind: 'rows-changed', journal: input.id, what: 'notices' })
    return {}
  })

  serve(app, changes.news, async ({ person }) => ({ journals: await listNews(db, person) }))
}

async function documentFor(db: Kysely<Tables>, journal: JournalId, person: PersonId): Promise<DocumentId> {
  await requireMember(db, { journal, person, act: 'read' })
  const row = await db.selectFrom('documents').select('id').where('journal_id', '=', journal).where('kind', '=', 'journal').executeTakeFirst()
  if (!row) throw new Failure('unknown-journal')
  return row.id
}
