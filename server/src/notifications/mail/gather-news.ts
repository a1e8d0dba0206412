/** Decides for whom a mail about a journal is due, and which notices go into it. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { loudNotices } from '../loud-notices.ts'
import { quietKinds } from '../wishes.ts'
import { addNews, type NewsFor } from './add-news.ts'
import { BETWEEN, SETTLE, STALE } from './news-times.ts'
import { isReachable } from './reachable.ts'

/** Puts a mail into the queue for everybody who has unread news that has settled. */
export async function gatherNews(db: Kysely<Tables>, now: Millis): Promise<void> {
  for (const due of await findDue(db, now)) await db.transaction().execute((transaction) => addNews(transaction, due, now))
}

async function findDue(db: Kysely<Tables>, now: Millis): Promise<readonly NewsFor[]> {
  const rows = await loudNotices(db)
    .innerJoin('people', 'people.id', 'notices.person_id')
    .select(['notices.person_id', 'notices.journal_id', 'notices.kind', 'people.email', 'people.email_verified', 'settings.quiet_kinds'])
    .where('notices.mail_id', 'is', null)
    .where('notices.at', '>', now - STALE)
    .where('notices.at', '<=', now - SETTLE)
    .where(({ eb, or }) => or([eb('settings.mail', 'is', null), eb('settings.mail', '=', 1)]))
    .where(({ eb, not, exists }) =>
      not(
        exists(
          eb
            .selectFrom('mails')
            .select('mails.id')
            .whereRef('mails.person_id', '=', 'notices.person_id')
            .whereRef('mails.journal_id', '=', 'notices.journal_id')
            .where('mails.created_at', '>', now - BETWEEN)
            .where('mails.state', '!=', 'dropped'),
        ),
      ),
    )
    .groupBy(['notices.person_id', 'notices.journal_id', 'notices.kind', 'people.email', 'people.email_verified', 'settings.quiet_kinds'])
    .execute()
  const wanted = rows.filter((row) => isReachable(row) && !quietKinds(row.quiet_kinds ?? '').includes(row.kind))
  const due = new Map(
    wanted.map((row) => [`${row.person_id} ${row.journal_id}`, { person: row.person_id, journal: row.journal_id, quiet: row.quiet_kinds ?? '' }]),
  )
  return [...due.values()]
}
