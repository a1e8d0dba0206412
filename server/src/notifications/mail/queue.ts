/** Mails on their way, in the database: what survives a restart. A mail is claimed before it is handed in, so it is handed in at most once. [N9] */
import { type JournalId, type MailId, type Millis, newId, type PersonId, type Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import type { Handover } from './mail.ts'

const MINUTE: Millis = 60_000
const HOUR = 60 * MINUTE

/** How long to wait after each attempt that failed; after the last one the mail is given up. */
const PAUSES: readonly Millis[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR]

/** Longer than any handing in takes: who claimed a mail so long ago does not live any more. */
const CLAIM_LASTS: Millis = 10 * MINUTE

/** Changes after one entry of a document's log, up to another. */
export interface ChangesRange {
  readonly after: Seq
  readonly upTo: Seq
}

export interface Errand {
  readonly id: MailId
  readonly person: PersonId
  readonly journal: JournalId | null
  readonly kind: 'news' | 'digest' | 'confirm'
  readonly attempts: number
  readonly changes: ChangesRange | undefined
}

export async function addMail(db: Kysely<Tables>, mail: Pick<Errand, 'person' | 'journal' | 'kind' | 'changes'>, now: Millis): Promise<MailId> {
  const id = newId() as MailId
  const row = { id, person_id: mail.person, journal_id: mail.journal, kind: mail.kind, created_at: now, next_at: now, changed_at: now }
  await db
    .insertInto('mails')
    .values({ ...row, state: 'waiting', attempts: 0, trouble: null, changes_after: mail.changes?.after ?? null, changes_upto: mail.changes?.upTo ?? null })
    .execute()
  return id
}

/** Takes the mail that has waited longest, for this process alone; `undefined` when none is due. */
export async function claimMail(db: Kysely<Tables>, now: Millis): Promise<Errand | undefined> {
  for (;;) {
    const row = await db
      .selectFrom('mails')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .orderBy('id')
      .executeTakeFirst()
    if (!row) return undefined
    // The condition stands in the update: of two processes one claims it.
    const { numUpdatedRows } = await db
      .updateTable('mails')
      .set({ state: 'sending', attempts: row.attempts + 1, changed_at: now })
      .where('id', '=', row.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (numUpdatedRows === 1n) {
      const { id, person_id: person, journal_id: journal, kind, changes_after: after, changes_upto: upTo } = row
      return { id, person, journal, kind, attempts: row.attempts + 1, changes: after === null || upTo === null ? undefined : { after, upTo } }
    }
  }
}

/** Notes what became of a claimed mail. */
export async function settleMail(
  db: Kysely<Tables>,
  { id, attempts }: Errand,
  handover: Handover | { readonly kind: 'pointless' },
  now: Millis,
): Promise<void> {
  const update = db.updateTable('mails').where('id', '=', id).where('state', '=', 'sending')
  switch (handover.kind) {
    case 'taken':
      await update.set({ state: 'sent', changed_at: now, trouble: null }).execute()
      return
    case 'pointless':
      await update.set({ state: 'dropped', changed_at: now }).execute()
      return
    case 'unclear':
      await update.set({ state: 'doubtful', changed_at: now, trouble: handover.reason }).execute()
      return
    case 'refused': {
      const pause = handover.isFinal ? undefined : PAUSES[attempts - 1]
      const trouble = handover.reason
      if (pause === undefined) await update.set({ state: 'failed', changed_at: now, trouble }).execute()
      else await update.set({ state: 'waiting', next_at: now + pause, changed_at: now, trouble }).execute()
    }
  }
}

/** Mails whose process ended while it handed them in. The mail server may have them, so they are not handed in again. */
export async function giveUpLostClaims(db: Kysely<Tables>, now: Millis): Promise<void> {
  await db
    .updateTable('mails')
    .set({ state: 'doubtful', changed_at: now, trouble: 'The server was stopped while this mail was handed in.' })
    .where('state', '=', 'sending')
    .where('changed_at', '<=', now - CLAIM_LASTS)
    .execute()
}
