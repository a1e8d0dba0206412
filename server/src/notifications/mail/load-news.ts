/** What a mail about one journal would say at this moment: only what is still unread, and only to somebody who may still read it. [N8] */
import type { NoticeKind } from '@tandem/shared/contracts/notices.ts'
import type { BlockId, JournalId, MailId, Millis, PageId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'

export interface NewsItem {
  readonly kind: NoticeKind
  /** Who did it; absent where nobody did. */
  readonly by: string | null
  readonly hue: number
  readonly at: Millis
  readonly words: string
  readonly page: PageId | null
  readonly block: BlockId | null
}

export interface JournalNews {
  readonly journal: JournalId
  readonly title: string
  /** In the order in which it happened. */
  readonly items: readonly NewsItem[]
}

/** `undefined` when there is nothing left to say. */
export async function loadNews(
  db: Kysely<Tables>,
  { id, person, journal }: { id: MailId; person: PersonId; journal: JournalId },
): Promise<JournalNews | undefined> {
  const [news] = await load(db, { person, levels: ['all'], journal, mail: id })
  return news
}

/** Everything unread since a time, by journal; also of journals whose news never come by mail at once. */
export function loadUnread(db: Kysely<Tables>, person: PersonId, since: Millis): Promise<readonly JournalNews[]> {
  return load(db, { person, levels: ['all', 'inbox'], since })
}

interface Wanted {
  readonly person: PersonId
  readonly levels: readonly ('all' | 'inbox')[]
  readonly journal?: JournalId
  readonly mail?: MailId
  readonly since?: Millis
}

async function load(db: Kysely<Tables>, { person, levels, journal, mail, since }: Wanted): Promise<readonly JournalNews[]> {
  let query = db
    .selectFrom('notices')
    .innerJoin('members as mine', (join) => join.onRef('mine.journal_id', '=', 'notices.journal_id').onRef('mine.person_id', '=', 'notices.person_id'))
    .innerJoin('journals', 'journals.id', 'notices.journal_id')
    .leftJoin('people', 'people.id', 'notices.by_person')
    .leftJoin('members as theirs', (join) => join.onRef('theirs.journal_id', '=', 'notices.journal_id').onRef('theirs.person_id', '=', 'notices.by_person'))
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'notices.journal_id').onRef('levels.person_id', '=', 'notices.person_id'),
    )
    .select(['notices.journal_id', 'notices.kind', 'notices.at', 'notices.words', 'notices.page_id', 'notices.block_id'])
    .select(['journals.title', 'people.name', 'theirs.hue', 'levels.level'])
    .where('notices.person_id', '=', person)
    .where('notices.read_at', 'is', null)
    .where('notices.archived_at', 'is', null)
    .where('mine.left_at', 'is', null)
    .orderBy('notices.at')
    .orderBy('notices.id')
  if (journal) query = query.where('notices.journal_id', '=', journal)
  if (mail) query = query.where('notices.mail_id', '=', mail)
  if (since !== undefined) query = query.where('notices.at', '>', since)
  const rows = (await query.execute()).filter((row) => levels.some((level) => level === (row.level ?? 'all')))
  return [...Map.groupBy(rows, (row) => row.journal_id)].map(([id, ofJournal]) => ({
    journal: id,
    title: ofJournal[0]?.title ?? '',
    items: ofJournal.map(({ kind, name, hue, at, words, page_id: page, block_id: block }) => ({ kind, by: name, hue: hue ?? 0, at, words, page, block })),
  }))
}
