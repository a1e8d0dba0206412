/** Puts the weekly digests into the queue whose hour has come. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { nextDigestAt } from '../local-time.ts'
import { wishesOf } from '../wishes.ts'
import { addMail } from './queue.ts'
import { isReachable } from './reachable.ts'

/** A digest that could not be sent for so long is left out: the next one is near. */
const STALE: Millis = 48 * 60 * 60_000

export async function gatherDigests(db: Kysely<Tables>, now: Millis): Promise<void> {
  const rows = await db
    .selectFrom('notice_settings as settings')
    .innerJoin('people', 'people.id', 'settings.person_id')
    .selectAll('settings')
    .select(['people.email', 'people.email_verified'])
    .where('settings.next_digest_at', '<=', now)
    .execute()
  for (const row of rows) {
    const { digest, timeZone, mail } = wishesOf(row)
    const due = row.next_digest_at ?? now
    const next = mail && digest && timeZone ? nextDigestAt(now, digest, timeZone) : null
    await db.transaction().execute(async (transaction) => {
      // Whoever moves the hour on is the one who sends.
      const { numUpdatedRows } = await transaction
        .updateTable('notice_settings')
        .set({ next_digest_at: next })
        .where('person_id', '=', row.person_id)
        .where('next_digest_at', '=', due)
        .executeTakeFirst()
      const isWanted = next !== null && now - due < STALE && isReachable(row)
      if (numUpdatedRows === 1n && isWanted) await addMail(transaction, { person: row.person_id, journal: null, kind: 'digest', changes: undefined }, now)
    })
  }
}
