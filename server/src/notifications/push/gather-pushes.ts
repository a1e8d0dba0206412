/** Decides which devices are told of which journals. [N22] */
import { NOTICE_KINDS } from '@tandem/shared/contracts/notices.ts'
import { type JournalId, type Millis, newId, type PersonId, type PushId, type SignInId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { loudNotices } from '../loud-notices.ts'
import { quietKinds } from '../wishes.ts'

const MINUTE: Millis = 60_000
/** Who is reading now is told nothing. */
const SETTLE: Millis = MINUTE
/** At most one message per journal and person in this time. */
const BETWEEN: Millis = 10 * MINUTE
/** What is older when it could first go out is the inbox's. */
export const PUSH_STALE: Millis = 24 * 60 * MINUTE

interface Due {
  readonly person: PersonId
  readonly journal: JournalId
  readonly quiet: string
  readonly devices: readonly SignInId[]
}

/** Puts a message into the queue for every device of everybody who has unread news that has settled. */
export async function gatherPushes(db: Kysely<Tables>, now: Millis): Promise<void> {
  for (const due of await findDue(db, now)) await db.transaction().execute((transaction) => addPushes(transaction, due, now))
}

async function findDue(db: Kysely<Tables>, now: Millis): Promise<readonly Due[]> {
  const rows = await loudNotices(db)
    .innerJoin('push_targets as target', 'target.person_id', 'notices.person_id')
    .select(['notices.person_id', 'notices.journal_id', 'notices.kind', 'settings.quiet_kinds', 'target.sign_in_id'])
    .where('notices.pushed_at', 'is', null)
    .where('notices.at', '>', now - PUSH_STALE)
    .where('notices.at', '<=', now - SETTLE)
    // What was there before the device was told is in the inbox, and no news.
    .whereRef('notices.at', '>=', 'target.created_at')
    .where(({ selectFrom, not, exists }) =>
      not(
        exists(
          selectFrom('pushes')
            .select('pushes.id')
            .whereRef('pushes.person_id', '=', 'notices.person_id')
            .whereRef('pushes.journal_id', '=', 'notices.journal_id')
            .where('pushes.created_at', '>', now - BETWEEN)
            .where('pushes.state', '!=', 'dropped'),
        ),
      ),
    )
    .groupBy(['notices.person_id', 'notices.journal_id', 'notices.kind', 'settings.quiet_kinds', 'target.sign_in_id'])
    .execute()
  const wanted = rows.filter((row) => !quietKinds(row.quiet_kinds ?? '').includes(row.kind))
  return [...Map.groupBy(wanted, (row) => `${row.person_id} ${row.journal_id}`).values()].flatMap((ofJournal) => {
    const [first] = ofJournal
    if (!first) return []
    const devices = [...new Set(ofJournal.map((row) => row.sign_in_id))]
    return [{ person: first.person_id, journal: first.journal_id, quiet: first.quiet_kinds ?? '', devices }]
  })
}

/** What is unread and has not settled comes along. A message that waits for a device already will say it too. */
async function addPushes(db: Kysely<Tables>, { person, journal, quiet, devices }: Due, now: Millis): Promise<void> {
  const silent = quietKinds(quiet)
  const taken = await db
    .updateTable('notices')
    .set({ pushed_at: now })
    .where('person_id', '=', person)
    .where('journal_id', '=', journal)
    .where('pushed_at', 'is', null)
    .where('read_at', 'is', null)
    .where('archived_at', 'is', null)
    .where('at', '>', now - PUSH_STALE)
    .where(
      'kind',
      'in',
      NOTICE_KINDS.filter((kind) => !silent.includes(kind)),
    )
    .executeTakeFirst()
  // Another process was faster.
  if (taken.numUpdatedRows === 0n) return
  const waiting = await db
    .selectFrom('pushes')
    .select('sign_in_id')
    .where('sign_in_id', 'in', devices)
    .where('journal_id', '=', journal)
    .where('state', '=', 'waiting')
    .execute()
  const others = devices.filter((device) => !waiting.some((row) => row.sign_in_id === device))
  if (others.length === 0) return
  const base = { person_id: person, journal_id: journal, state: 'waiting', created_at: now, next_at: now, attempts: 0, changed_at: now, trouble: null } as const
  await db
    .insertInto('pushes')
    .values(others.map((device) => ({ ...base, id: newId() as PushId, sign_in_id: device })))
    .execute()
}
