/** Decides for whom a mail is due because others have changed the pages of a journal, though nothing was said to that person. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { quietKinds } from '../wishes.ts'
import { addNews, type NewsFor } from './add-news.ts'
import { BETWEEN, SETTLE, STALE } from './news-times.ts'
import { isReachable } from './reachable.ts'

/** [N18] Changes of others that this person has not seen and that no mail has told of, once nobody has written for a while. */
export async function gatherChanges(db: Kysely<Tables>, now: Millis): Promise<void> {
  for (const due of await findDue(db, now)) await db.transaction().execute((transaction) => addNews(transaction, due, now))
}

async function findDue(db: Kysely<Tables>, now: Millis): Promise<readonly NewsFor[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('journals', 'journals.id', 'documents.journal_id')
    .innerJoin('members', 'members.journal_id', 'documents.journal_id')
    .innerJoin('people', 'people.id', 'members.person_id')
    .innerJoin('seen', (join) => join.onRef('seen.document_id', '=', 'documents.id').onRef('seen.person_id', '=', 'members.person_id'))
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'members.journal_id').onRef('levels.person_id', '=', 'members.person_id'),
    )
    .leftJoin('notice_settings as settings', 'settings.person_id', 'members.person_id')
    .select(['members.person_id as person', 'members.journal_id as journal', 'people.email', 'people.email_verified', 'settings.quiet_kinds'])
    .where('documents.kind', '=', 'journal')
    .where('documents.changed_at', '>', now - STALE)
    .where('journals.archived_at', 'is', null)
    .where('members.left_at', 'is', null)
    .where(({ eb, or }) => or([eb('levels.level', 'is', null), eb('levels.level', '=', 'all')]))
    .where(({ eb, or }) => or([eb('settings.mail', 'is', null), eb('settings.mail', '=', 1)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mails')
            .select('mails.id')
            .whereRef('mails.person_id', '=', 'members.person_id')
            .whereRef('mails.journal_id', '=', 'members.journal_id')
            .where('mails.created_at', '>', now - BETWEEN)
            .where('mails.state', '!=', 'dropped'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('changes')
            .select('changes.seq')
            .whereRef('changes.document_id', '=', 'documents.id')
            .where('changes.at', '>', now - SETTLE),
        ),
      ),
    )
    .where(({ exists, selectFrom, not }) =>
      exists(
        selectFrom('changes')
          .select('changes.seq')
          .whereRef('changes.document_id', '=', 'documents.id')
          .where('changes.at', '>', now - STALE)
          .where('changes.trivial', '=', 0)
          .whereRef('changes.author', '!=', 'members.person_id')
          .whereRef('changes.seq', '>', 'seen.seq')
          .where(({ exists: isThere, selectFrom: from }) =>
            not(
              isThere(
                from('seen_targets as mark')
                  .select('mark.seq')
                  .whereRef('mark.document_id', '=', 'changes.document_id')
                  .whereRef('mark.person_id', '=', 'members.person_id')
                  .whereRef('mark.target', '=', 'changes.target')
                  .whereRef('mark.seq', '>=', 'changes.seq'),
              ),
            ),
          )
          .where(({ exists: isThere, selectFrom: from }) =>
            not(
              isThere(
                from('mails as told')
                  .select('told.id')
                  .whereRef('told.person_id', '=', 'members.person_id')
                  .whereRef('told.journal_id', '=', 'members.journal_id')
                  .whereRef('told.changes_upto', '>=', 'changes.seq'),
              ),
            ),
          ),
      ),
    )
    .execute()
  return rows.map((row) => ({ ...row, quiet: row.quiet_kinds ?? '' })).filter((row) => isReachable(row) && !quietKinds(row.quiet).includes('changes'))
}
