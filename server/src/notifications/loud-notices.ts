/** What may come by itself, by mail or push: unread notices of journals their readers are in and want everything of. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** `notices`, with `members`, `levels` and `settings`. Who wants which kinds is to be seen in `settings.quiet_kinds`. */
export function loudNotices(db: Kysely<Tables>) {
  return db
    .selectFrom('notices')
    .innerJoin('members', (join) => join.onRef('members.journal_id', '=', 'notices.journal_id').onRef('members.person_id', '=', 'notices.person_id'))
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'notices.journal_id').onRef('levels.person_id', '=', 'notices.person_id'),
    )
    .leftJoin('notice_settings as settings', 'settings.person_id', 'notices.person_id')
    .where('notices.read_at', 'is', null)
    .where('notices.archived_at', 'is', null)
    .where('members.left_at', 'is', null)
    .where(({ eb, or }) => or([eb('levels.level', 'is', null), eb('levels.level', '=', 'all')]))
}
