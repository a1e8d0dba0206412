/** The calls about how a person wants to be told. */
import * as contracts from '@tandem/shared/contracts/notification-settings.ts'
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import { isNoEmail } from '../auth/link-people.ts'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import { loadPushState } from './push/push-targets.ts'
import { changeWishes, loadWishes } from './wishes.ts'

export interface SettingsParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
  /** Whether there is a mail server. */
  readonly canMail: boolean
  /** By which push services know this server; absent where it pushes nothing. */
  readonly pushKey: string | null
}

export function serveNotificationSettings(app: App, { db, now, canMail, pushKey }: SettingsParts): void {
  serve(app, contracts.get, async ({ person, signIn }) => ({
    ...(await loadWishes(db, person)),
    canMail,
    ...(await findAddress(db, person)),
    push: { key: pushKey, ...(await loadPushState(db, { person, signIn })) },
    journals: await listLevels(db, person),
    last: await findLastMail(db, person),
  }))

  serve(app, contracts.change, async ({ input, person }) => {
    await changeWishes(db, person, input, now())
    return {}
  })
}

async function findAddress(db: Kysely<Tables>, person: PersonId): Promise<{ address: string | null; isConfirmed: boolean }> {
  const row = await db.selectFrom('people').select(['email', 'email_verified']).where('id', '=', person).executeTakeFirst()
  return row && !isNoEmail(row.email) ? { address: row.email, isConfirmed: Boolean(row.email_verified) } : { address: null, isConfirmed: false }
}

async function listLevels(db: Kysely<Tables>, person: PersonId) {
  const rows = await db
    .selectFrom('members')
    .innerJoin('journals', 'journals.id', 'members.journal_id')
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'members.journal_id').onRef('levels.person_id', '=', 'members.person_id'),
    )
    .select(['journals.id', 'journals.title', 'levels.level'])
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .where('journals.archived_at', 'is', null)
    .orderBy('journals.title')
    .orderBy('journals.id')
    .execute()
  return rows.map(({ id, title, level }) => ({ journal: id, title, level: level ?? 'all' }))
}

/** The newest that went out, or that was tried since. */
async function findLastMail(db: Kysely<Tables>, person: PersonId) {
  const row = await db
    .selectFrom('mails')
    .select(['state', 'changed_at', 'trouble'])
    .where('person_id', '=', person)
    .where('state', '!=', 'dropped')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const state = row.state === 'sending' || row.state === 'dropped' ? 'waiting' : row.state
  return { state, at: row.changed_at, trouble: row.trouble }
}
