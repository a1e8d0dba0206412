/** A person's notices: reading and marking them. Everything here is of one person, and of journals they are in at this moment. */
import type { Level, Notice, NoticeId } from '@tandem/shared/contracts/notices.ts'
import type { JournalId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

const PAGE_SIZE = 50

interface Wanted {
  readonly of: 'inbox' | 'archive'
  readonly before?: string | undefined
}

/** [N4] The newest first, of journals this person is in now; a page costs the same however many there are. */
export async function listNotices(db: Kysely<Tables>, person: PersonId, { of, before }: Wanted): Promise<{ notices: Notice[]; next: string | null }> {
  let query = db
    .selectFrom('notices')
    .innerJoin('members as mine', (join) => join.onRef('mine.journal_id', '=', 'notices.journal_id').onRef('mine.person_id', '=', 'notices.person_id'))
    .innerJoin('journals', 'journals.id', 'notices.journal_id')
    .leftJoin('people', 'people.id', 'notices.by_person')
    .leftJoin('members as theirs', (join) => join.onRef('theirs.journal_id', '=', 'notices.journal_id').onRef('theirs.person_id', '=', 'notices.by_person'))
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'notices.journal_id').onRef('levels.person_id', '=', 'notices.person_id'),
    )
    .selectAll('notices')
    .select(['journals.title', 'people.name', 'theirs.hue', 'levels.level'])
    .where('notices.person_id', '=', person)
    .where('mine.left_at', 'is', null)
    .where('notices.archived_at', of === 'inbox' ? 'is' : 'is not', null)
    .orderBy('notices.at', 'desc')
    .orderBy('notices.id', 'desc')
    .limit(PAGE_SIZE + 1)
  if (before) {
    const [at, id] = before.split('_') as [string, NoticeId]
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('notices.at', 'notices.id'), '<', tuple(Number(at), id)))
  }
  const rows = await query.execute()
  const last = rows[PAGE_SIZE] && rows[PAGE_SIZE - 1]
  const notices = rows.slice(0, PAGE_SIZE).map((row) => ({
    id: row.id,
    kind: row.kind,
    journal: row.journal_id,
    title: row.title,
    level: row.level ?? 'all',
    by: row.by_person === null ? null : { person: row.by_person, name: row.name ?? '', hue: row.hue ?? 0 },
    at: row.at,
    words: row.words,
    page: row.page_id,
    block: row.block_id,
    thread: row.thread_id,
    comment: row.comment_id,
    readAt: row.read_at,
    archivedAt: row.archived_at,
  }))
  return { notices, next: last ? `${last.at}_${last.id}` : null }
}

/** [N5] Unread and not archived, by journal; muted journals do not count. */
export async function countUnread(db: Kysely<Tables>, person: PersonId): Promise<{ unread: number; journals: { journal: JournalId; unread: number }[] }> {
  const rows = await db
    .selectFrom('notices')
    .innerJoin('members', (join) => join.onRef('members.journal_id', '=', 'notices.journal_id').onRef('members.person_id', '=', 'notices.person_id'))
    .leftJoin('notice_levels as levels', (join) =>
      join.onRef('levels.journal_id', '=', 'notices.journal_id').onRef('levels.person_id', '=', 'notices.person_id'),
    )
    .select(['notices.journal_id', ({ fn }) => fn.countAll<number>().as('unread')])
    .where('notices.person_id', '=', person)
    .where('notices.read_at', 'is', null)
    .where('notices.archived_at', 'is', null)
    .where('members.left_at', 'is', null)
    .where(({ eb, or }) => or([eb('levels.level', 'is', null), eb('levels.level', '!=', 'none')]))
    .groupBy('notices.journal_id')
    .execute()
  const journals = rows.map((row) => ({ journal: row.journal_id, unread: row.unread }))
  return { journals, unread: journals.reduce((sum, { unread }) => sum + unread, 0) }
}

interface Marks {
  readonly notices: readonly NoticeId[]
  readonly read?: boolean | undefined
  readonly archived?: boolean | undefined
}

/** [N6] Only one's own notices change, and the first time of a mark stays. Archiving reads. */
export async function markNotices(db: Kysely<Tables>, person: PersonId, { notices, read, archived }: Marks, now: Millis): Promise<void> {
  const isRead = read ?? (archived ? true : undefined)
  if (isRead === undefined && archived === undefined) return
  await db
    .updateTable('notices')
    .set(({ fn, ref, val }) => ({
      ...(isRead === undefined ? {} : { read_at: isRead ? fn.coalesce(ref('read_at'), val(now)) : null }),
      ...(archived === undefined ? {} : { archived_at: archived ? fn.coalesce(ref('archived_at'), val(now)) : null }),
    }))
    .where('person_id', '=', person)
    .where('id', 'in', notices)
    .execute()
}

/** [N6] Reads everything told up to a time; what came later stays unread. */
export async function markAllRead(
  db: Kysely<Tables>,
  person: PersonId,
  { until, journal }: { until: Millis; journal?: JournalId | undefined },
  now: Millis,
): Promise<void> {
  let update = db.updateTable('notices').set({ read_at: now }).where('person_id', '=', person).where('read_at', 'is', null).where('at', '<=', until)
  if (journal) update = update.where('journal_id', '=', journal)
  await update.execute()
}

export async function setLevel(db: Kysely<Tables>, key: { readonly person: PersonId; readonly journal: JournalId }, level: Level): Promise<void> {
  await db
    .insertInto('notice_levels')
    .values({ person_id: key.person, journal_id: key.journal, level })
    .onConflict((conflict) => conflict.columns(['person_id', 'journal_id']).doUpdateSet({ level }))
    .execute()
}
