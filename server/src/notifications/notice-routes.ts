/** The calls about a person's notices. */
import * as notices from '@tandem/shared/contracts/notices.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import { requireMember } from '../journals/change-journal.ts'
import { countUnread, listNotices, markAllRead, markNotices, setLevel } from './notices.ts'
import { loadWishes } from './wishes.ts'

export interface NoticeParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
}

export function serveNotices(app: App, { db, now }: NoticeParts): void {
  serve(app, notices.list, ({ input, person }) => listNotices(db, person, input))

  serve(app, notices.count, async ({ person }) => {
    const [unread, { timeZone, language }] = await Promise.all([countUnread(db, person), loadWishes(db, person)])
    return { ...unread, timeZone, language }
  })

  serve(app, notices.mark, async ({ input, person }) => {
    await markNotices(db, person, input, now())
    return {}
  })

  serve(app, notices.readAll, async ({ input, person }) => {
    await markAllRead(db, person, input, now())
    return {}
  })

  serve(app, notices.setLevel, async ({ input, person }) => {
    const { id: journal, level } = input
    await requireMember(db, { journal, person, act: 'read' })
    await setLevel(db, { person, journal }, level)
    return {}
  })
}
