/** How people want to be told, as it is stored. Who has said nothing gets mail about everything, and a digest once their time zone is known. */
import { type DigestTime, MailKind, type Wishes } from '@tandem/shared/contracts/notification-settings.ts'
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely, Selectable } from 'kysely'
import type { NoticeSettingsTable, Tables } from '../database/tables.ts'
import { nextDigestAt } from './local-time.ts'

export interface StoredWishes extends Omit<Wishes, 'timeZone'> {
  readonly timeZone: string | null
}

const MONDAY_MORNING: DigestTime = { day: 1, hour: 8 }
export const UNTOLD: StoredWishes = { mail: true, quiet: [], digest: MONDAY_MORNING, pushWords: false, timeZone: null, language: 'en' }

export async function loadWishes(db: Kysely<Tables>, person: PersonId): Promise<StoredWishes> {
  const row = await db.selectFrom('notice_settings').selectAll().where('person_id', '=', person).executeTakeFirst()
  return row ? wishesOf(row) : UNTOLD
}

export function wishesOf(row: Selectable<NoticeSettingsTable>): StoredWishes {
  const { digest_day: day, digest_hour: hour } = row
  return {
    mail: row.mail === 1,
    quiet: quietKinds(row.quiet_kinds),
    digest: day === null || hour === null ? null : { day, hour },
    pushWords: row.push_words === 1,
    timeZone: row.time_zone,
    language: row.language ?? UNTOLD.language,
  }
}

/** Kinds of a newer program are passed over. */
export function quietKinds(stored: string): MailKind[] {
  const names = stored.split(',')
  return MailKind.options.filter((kind) => names.includes(kind))
}

/** Changes what is given. */
export function changeWishes(db: Kysely<Tables>, person: PersonId, change: { [Wish in keyof Wishes]?: Wishes[Wish] | undefined }, now: Millis): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const before = await loadWishes(transaction, person)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Wishes>
    const { mail, quiet, digest, pushWords, timeZone, language } = { ...before, ...given }
    const row = {
      mail: mail ? 1 : 0,
      quiet_kinds: quiet.join(','),
      digest_day: digest?.day ?? null,
      digest_hour: digest?.hour ?? null,
      push_words: pushWords ? 1 : 0,
      time_zone: timeZone,
      language,
      next_digest_at: mail && digest && timeZone ? nextDigestAt(now, digest, timeZone) : null,
    } as const
    await transaction
      .insertInto('notice_settings')
      .values({ person_id: person, ...row })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
      .execute()
  })
}
