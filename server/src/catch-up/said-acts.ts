/** What others did with comments and threads, as news: a thread settled or opened again, a comment edited, a reaction to one of mine. Seen by id. */
import { ROWS_LIMIT, type SaidRow } from '@tandem/shared/contracts/changes.ts'
import { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { lookedAt, type OwnTables } from './looked-at.ts'
import type { Asked, Said } from './said-rows.ts'

/** Of a thread whose comments are all gone nothing is told. */
export async function loadActs(db: Kysely<Tables>, asked: Asked): Promise<Said[]> {
  const { person, since } = asked
  const rows = await lookedAt(db as Kysely<OwnTables>, asked)
    .innerJoin('comment_acts as act', 'act.journal_id', 'members.journal_id')
    .innerJoin('comment_threads as thread', (join) => join.onRef('thread.journal_id', '=', 'act.journal_id').onRef('thread.id', '=', 'act.thread_id'))
    // Of a whole thread its beginning says which it is.
    .innerJoin('comments as about', (join) =>
      join.onRef('about.journal_id', '=', 'act.journal_id').on(({ eb, or, and, ref, selectFrom }) =>
        or([
          eb('about.id', '=', ref('act.comment_id')),
          and([
            eb('act.comment_id', 'is', null),
            eb(
              'about.number',
              '=',
              selectFrom('comments as each')
                .select(({ fn }) => fn.min<number>('each.number').as('first'))
                .whereRef('each.journal_id', '=', 'act.journal_id')
                .whereRef('each.thread_id', '=', 'act.thread_id')
                .where('each.deleted_at', 'is', null),
            ),
          ]),
        ]),
      ),
    )
    .leftJoin('seen_rows as mark', (join) =>
      join.onRef('mark.journal_id', '=', 'act.journal_id').onRef('mark.row_id', '=', 'act.id').on('mark.person_id', '=', person),
    )
    .select(['act.journal_id as journal', 'act.id as row', 'act.at', 'act.person_id as author', 'act.what', 'act.reaction', 'about.words', 'thread.anchor'])
    .where('act.person_id', '!=', person)
    .where(({ eb, or }) => or([eb('act.what', '!=', 'reacted'), eb('about.person_id', '=', person)]))
    .$if(since !== undefined, (query) => query.where('act.at', '>', since as Millis))
    .$if(since === undefined, (query) => query.where('mark.row_id', 'is', null).whereRef('act.at', '>=', 'members.joined_at'))
    .orderBy('act.at', 'desc')
    .limit(ROWS_LIMIT)
    .execute()
  return rows.map(({ anchor, reaction, words, ...row }) => {
    const place = Anchor.parse(JSON.parse(anchor))
    const told: Pick<SaidRow, 'value' | 'words'> = { value: null, words: reaction === null ? words : `${reaction} ${words}` }
    return { ...row, ...told, page: place.page, block: place.kind === 'page' ? null : place.block }
  })
}
