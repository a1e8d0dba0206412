/** Messages on their way to devices, in the database: what survives a restart. As a mail, each is claimed before it is handed in. [N23] */
import type { JournalId, Millis, PersonId, PushId, SignInId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import type { PushHandover } from './push-message.ts'

const MINUTE: Millis = 60_000
const HOUR = 60 * MINUTE

/** How long to wait after each attempt that failed, unless the service says longer; after the last one it is given up. */
const PAUSES: readonly Millis[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR]
/** Whoever wants to wait longer wants nothing: by then it is no news. */
const LONGEST_PAUSE = 12 * HOUR
/** Longer than any handing in takes. */
const CLAIM_LASTS: Millis = 10 * MINUTE

export interface PushErrand {
  readonly id: PushId
  readonly signIn: SignInId
  readonly person: PersonId
  readonly journal: JournalId
  readonly attempts: number
  readonly service: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** Takes the message that has waited longest, for this process alone, passing over services that are out of reach; `undefined` when none is due. */
export async function claimPush(db: Kysely<Tables>, lost: ReadonlySet<string>, now: Millis): Promise<PushErrand | undefined> {
  for (;;) {
    let query = db
      .selectFrom('pushes')
      .innerJoin('push_targets as target', 'target.sign_in_id', 'pushes.sign_in_id')
      .select(['pushes.id', 'pushes.sign_in_id', 'pushes.person_id', 'pushes.journal_id', 'pushes.attempts'])
      .select(['target.service', 'target.endpoint', 'target.p256dh', 'target.auth'])
      .where('pushes.state', '=', 'waiting')
      .where('pushes.next_at', '<=', now)
      // A device whose browser has passed to somebody else is told nothing of what was meant for the one before.
      .whereRef('target.person_id', '=', 'pushes.person_id')
      .orderBy('pushes.next_at')
      .orderBy('pushes.id')
    if (lost.size > 0) query = query.where('target.service', 'not in', [...lost])
    const row = await query.executeTakeFirst()
    if (!row) return undefined
    const attempts = row.attempts + 1
    // The condition stands in the update: of two processes one claims it.
    const { numUpdatedRows } = await db
      .updateTable('pushes')
      .set({ state: 'sending', attempts, changed_at: now })
      .where('id', '=', row.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) continue
    const { id, sign_in_id: signIn, person_id: person, journal_id: journal, service, endpoint, p256dh, auth } = row
    return { id, signIn, person, journal, attempts, service, endpoint, p256dh, auth }
  }
}

/** Notes what became of a claimed message. A device that is gone takes all that was meant for it along. */
export async function settlePush(
  db: Kysely<Tables>,
  { id, endpoint, attempts }: PushErrand,
  handover: PushHandover | { readonly kind: 'pointless' },
  now: Millis,
): Promise<void> {
  const update = db.updateTable('pushes').where('id', '=', id).where('state', '=', 'sending')
  switch (handover.kind) {
    case 'taken':
      await update.set({ state: 'sent', changed_at: now, trouble: null }).execute()
      return
    case 'pointless':
      await update.set({ state: 'dropped', changed_at: now }).execute()
      return
    case 'gone':
      // By its address: the browser may have given another one meanwhile.
      await db.deleteFrom('push_targets').where('endpoint', '=', endpoint).execute()
      return
    case 'unclear':
      await update.set({ state: 'doubtful', changed_at: now, trouble: handover.reason }).execute()
      return
    case 'refused': {
      const { reason: trouble, isFinal, after = 0 } = handover
      const pause = isFinal || after > LONGEST_PAUSE ? undefined : PAUSES[attempts - 1]
      if (pause === undefined) await update.set({ state: 'failed', changed_at: now, trouble }).execute()
      else await update.set({ state: 'waiting', next_at: now + Math.max(pause, after), changed_at: now, trouble }).execute()
    }
  }
}

/** Messages whose process ended while it handed them in. The push service may have them, so they are not handed in again. */
export async function giveUpLostPushes(db: Kysely<Tables>, now: Millis): Promise<void> {
  await db
    .updateTable('pushes')
    .set({ state: 'doubtful', changed_at: now, trouble: 'The server was stopped while this was handed in.' })
    .where('state', '=', 'sending')
    .where('changed_at', '<=', now - CLAIM_LASTS)
    .execute()
}
