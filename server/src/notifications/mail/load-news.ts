/** What a mail about one journal would say at this moment: only what is still unread, and only to somebody who may still read it. [N8] */
import type { Level, NoticeKind } from '@tandem/shared/contracts/notices.ts'
import type { BlockId, JournalId, MailId, Millis, PageId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import { listNews } from '../../catch-up/list-changes.ts'
import type { Tables } from '../../database/tables.ts'
import { type ChangeItem, loadChanges } from './load-changes.ts'
import type { ChangesRange } from './queue.ts'

export interface NewsItem {
  readonly kind: NoticeKind
  /** Who did it; absent where nobody did. */
  readonly by: string | null
  readonly hue: number
  readonly at: Millis
  readonly words: string
  readonly page: PageId | null
  readonly block: BlockId | null
  /** The thread that a comment is in. */
  readonly thread: string | null
}

/** Notices and changes alike. */
export type MailItem = NewsItem | ChangeItem

export interface JournalNews {
  readonly journal: JournalId
  readonly title: string
  /** Blocks and pages that others changed and this person has not seen; told in digests only. */
  readonly changes?: number
  /** In the order in which it happened. */
  readonly items: readonly MailItem[]
}

/** Without what was changed on the pages. */
interface UnreadNews extends JournalNews {
  readonly items: readonly NewsItem[]
}

interface News {
  readonly id: MailId
  readonly person: PersonId
  readonly journal: JournalId
  readonly changes: ChangesRange | undefined
}

/** `undefined` when there is nothing left to say. */
export async function loadNews(db: Kysely<Tables>, { id, person, journal, changes }: News): Promise<JournalNews | undefined> {
  const title = await findReadableTitle(db, { person, journal, levels: ['all'] })
  if (title === undefined) return undefined
  const [notices] = await loadUnread(db, { person, levels: ['all'], journal, mail: id })
  const changed = changes ? await loadChanges(db, { person, journal, range: changes }) : []
  const items = [...(notices?.items ?? []), ...changed].toSorted((a, b) => a.at - b.at)
  return items.length > 0 ? { journal, title, items } : undefined
}

interface Readable {
  readonly person: PersonId
  readonly journal: JournalId
  readonly levels: readonly Level[]
}

/** Of a journal this person is in, and wants so much of. */
async function findReadableTitle(db: Kysely<Tables>, { person, journal, levels }: Readable): Promise<string | undefined> {
  const row = await db
    .selectFrom('members')
    .innerJoin('journals', 'journals.id', 'members.journal_id')
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'members.journal_id').onRef('levels.person_id', '=', 'members.person_id'),
    )
    .select(['journals.title', 'levels.level'])
    .where('members.journal_id', '=', journal)
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .executeTakeFirst()
  return row && levels.includes(row.level ?? 'all') ? row.title : undefined
}

/** Everything unread since a time, and how much was changed unseen, by journal; also of journals whose news never come by mail at once. */
export async function loadWeek(db: Kysely<Tables>, person: PersonId, since: Millis): Promise<readonly JournalNews[]> {
  const [unread, news] = await Promise.all([loadUnread(db, { person, levels: ['all', 'inbox'], since }), listNews(db, person)])
  const changes = new Map(news.filter(({ at }) => at > since).map((each) => [each.journal, each.changes]))
  const silent = [...changes.keys()].filter((journal) => !unread.some((each) => each.journal === journal))
  const titles = await Promise.all(
    silent.map(async (journal) => ({ journal, title: await findReadableTitle(db, { person, journal, levels: ['all', 'inbox'] }) })),
  )
  const changed = titles.flatMap(({ journal, title }) => (title === undefined ? [] : [{ journal, title, items: [] }]))
  return [...unread, ...changed].map((each) => ({ ...each, changes: changes.get(each.journal) ?? 0 }))
}

interface Wanted {
  readonly person: PersonId
  readonly levels: readonly Level[]
  readonly journal?: JournalId
  readonly mail?: MailId
  readonly since?: Millis
  /** Only what was meant for push. */
  readonly isPushed?: boolean
}

/** What is unread of journals this person is in, by journal, in the order in which it happened. */
export async function loadUnread(db: Kysely<Tables>, { person, levels, journal, mail, since, isPushed }: Wanted): Promise<readonly UnreadNews[]> {
  let query = db
    .selectFrom('notices')
    .innerJoin('members as mine', (join) => join.onRef('mine.journal_id', '=', 'notices.journal_id').onRef('mine.person_id', '=', 'notices.person_id'))
    .innerJoin('journals', 'journals.id', 'notices.journal_id')
    .leftJoin('people', 'people.id', 'notices.by_person')
    .leftJoin('members as theirs', (join) => join.onRef('theirs.journal_id', '=', 'notices.journal_id').onRef('theirs.person_id', '=', 'notices.by_person'))
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'notices.journal_id').onRef('levels.person_id', '=', 'notices.person_id'),
    )
    .select(['notices.journal_id', 'notices.kind', 'notices.at', 'notices.words', 'notices.page_id', 'notices.block_id', 'notices.thread_id'])
    .select(['journals.title', 'people.name', 'theirs.hue', 'levels.level'])
    .where('notices.person_id', '=', person)
    .where('notices.read_at', 'is', null)
    .where('notices.archived_at', 'is', null)
    .where('mine.left_at', 'is', null)
    .orderBy('notices.at')
    .orderBy('notices.id')
  if (journal) query = query.where('notices.journal_id', '=', journal)
  if (mail) query = query.where('notices.mail_id', '=', mail)
  if (isPushed) query = query.where('notices.pushed_at', 'is not', null)
  if (since !== undefined) query = query.where('notices.at', '>', since)
  const rows = (await query.execute()).filter((row) => levels.includes(row.level ?? 'all'))
  return [...Map.groupBy(rows, (row) => row.journal_id)].map(([id, ofJournal]) => ({
    journal: id,
    title: ofJournal[0]?.title ?? '',
    items: ofJournal.map(({ kind, name, hue, at, words, page_id: page, block_id: block, thread_id: thread }) => ({
      kind,
      by: name,
      hue: hue ?? 0,
      at,
      words,
      page,
      block,
      thread,
    })),
  }))
}
