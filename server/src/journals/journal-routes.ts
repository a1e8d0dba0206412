/** The calls about journals and their members. */
import * as journals from '@tandem/shared/contracts/journals.ts'
import { SCHEMA_VERSION } from '@tandem/shared/document/schema.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Bus } from '../bus/bus.ts'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import type { Limits } from '../limits/limits.ts'
import { changeJournal } from './change-journal.ts'
import { createJournal } from './create-journal.ts'
import { findJournal, type ListingParts, listJournals } from './list-journals.ts'
import { changeRole, endMembership } from './members.ts'

/** What the calls about journals and about invitations to them need. */
export interface JournalParts {
  readonly db: Kysely<Tables>
  readonly bus: Bus
  readonly now: () => Millis
  readonly limits: Pick<Limits, 'journals' | 'members' | 'invitations'>
}

export function serveJournals(app: App, { db, bus, now, limits, whenWritten }: JournalParts & ListingParts): void {
  const listing: ListingParts = { db, whenWritten }

  serve(app, journals.create, ({ input, person }) => createJournal(db, { ...input, person, now: now(), atMost: limits.journals }))

  serve(app, journals.list, async ({ person }) => ({ journals: await listJournals(listing, person) }))

  serve(app, journals.get, async ({ input, person }) => {
    const journal = await findJournal(listing, person, input.id)
    if (!journal) throw new Failure('unknown-journal')
    return { ...journal, schema: SCHEMA_VERSION }
  })

  serve(app, journals.rename, async ({ input, person }) => {
    await changeJournal(db, { journal: input.id, person, act: 'rename' }, async (transaction) => {
      await transaction.updateTable('journals').set({ title: input.title }).where('id', '=', input.id).execute()
    })
    return {}
  })

  const archive = async (journal: JournalId, person: PersonId, archivedAt: Millis | null) => {
    await changeJournal(db, { journal, person, act: 'archive' }, async (transaction, me) => {
      const isAlready = (me.archivedAt === null) === (archivedAt === null)
      if (!isAlready) await transaction.updateTable('journals').set({ archived_at: archivedAt }).where('id', '=', journal).execute()
    })
    bus.publish({ kind: 'access-changed', journal })
    return {}
  }
  serve(app, journals.archive, ({ input, person }) => archive(input.id, person, now()))
  serve(app, journals.unarchive, ({ input, person }) => archive(input.id, person, null))

  serve(app, journals.leave, async ({ input, person }) => {
    const key = { journal: input.id, person }
    await changeJournal(db, { ...key, act: 'leave' }, (transaction) => endMembership(transaction, key, now()))
    // Without naming the person: another may have become the owner.
    bus.publish({ kind: 'access-changed', journal: input.id })
    return {}
  })

  serve(app, journals.changeRole, async ({ input, person }) => {
    const key = { journal: input.id, person: input.person }
    await changeJournal(db, { journal: input.id, person, act: 'manage' }, (transaction) => changeRole(transaction, key, { role: input.role, now: now() }))
    bus.publish({ kind: 'access-changed', ...key })
    return {}
  })

  serve(app, journals.removeMember, async ({ input, person }) => {
    const key = { journal: input.id, person: input.person }
    await changeJournal(db, { journal: input.id, person, act: 'manage' }, (transaction) => endMembership(transaction, key, now()))
    bus.publish({ kind: 'access-changed', journal: input.id })
    return {}
  })
}
