/** The calls behind the links of a mail: they need no sign-in, because whoever holds the mail may stop it. */
import * as contracts from '@tandem/shared/contracts/notification-settings.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serveAnyone } from '../http/serve.ts'
import { readUnsubscribeToken } from './mail/unsubscribe-token.ts'
import { setLevel } from './notices.ts'
import { changeWishes, loadWishes } from './wishes.ts'

export interface UnsubscribeParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
  readonly secret: string
}

/** Call within a scope of its own, which reads the forms that mail programs send (RFC 8058) and lets their content be. */
export function serveUnsubscribe(app: App, { db, now, secret }: UnsubscribeParts): void {
  const read = (token: string) => {
    const subscription = readUnsubscribeToken(secret, token)
    if (!subscription) throw new Failure('unknown-mail-link')
    return subscription
  }

  serveAnyone(app, contracts.look, async ({ input }) => {
    const { person, journal } = read(input.mailToken)
    const wishes = await loadWishes(db, person)
    if (journal === null) return { of: 'digest' as const, title: null, isStopped: !wishes.mail || wishes.digest === null }
    const row = await db.selectFrom('journals').select('title').where('id', '=', journal).executeTakeFirst()
    const level = await db.selectFrom('notice_levels').select('level').where('person_id', '=', person).where('journal_id', '=', journal).executeTakeFirst()
    return { of: 'journal' as const, title: row?.title ?? null, isStopped: !wishes.mail || (level !== undefined && level.level !== 'all') }
  })

  serveAnyone(app, contracts.unsubscribe, async ({ input }) => {
    const { person, journal } = read(input.mailToken)
    if (input.everything) await changeWishes(db, person, { mail: false }, now())
    else if (journal === null) await changeWishes(db, person, { digest: null }, now())
    else await stopMailOf(db, { person, journal })
    return {}
  })
}

/** A journal that is muted stays so. */
async function stopMailOf(db: Kysely<Tables>, key: Parameters<typeof setLevel>[1]): Promise<void> {
  const row = await db.selectFrom('notice_levels').select('level').where('person_id', '=', key.person).where('journal_id', '=', key.journal).executeTakeFirst()
  const isThere = await db.selectFrom('journals').select('id').where('id', '=', key.journal).executeTakeFirst()
  if (isThere && row?.level !== 'none') await setLevel(db, key, 'inbox')
}
