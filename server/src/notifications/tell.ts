/** How features tell people of something: the one way a notice comes to be. */
import { type NoticeId, type NoticeKind, QUOTE_LIMIT } from '@tandem/shared/contracts/notices.ts'
import { type BlockId, type JournalId, type Millis, newId, type PageId, type PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

export interface NewNotice {
  readonly person: PersonId
  readonly journal: JournalId
  readonly kind: NoticeKind
  /** Names the thing that happened, as `mention:<comment>`: told again, it is the same notice. */
  readonly key: string
  /** Who did it; `null` where nobody did. */
  readonly by: PersonId | null
  readonly at: Millis
  /** The words it is about; shortened here. */
  readonly words: string
  readonly page?: PageId | null
  readonly block?: BlockId | null
  readonly thread?: string | null
  readonly comment?: string | null
}

/**
 * Stores the notices, in the caller's transaction where there is one, and answers the journals in which somebody was told something new:
 * after the commit the caller publishes `rows-changed` of `notices` for each. [N1] Told twice is told once. [N2] Nobody is told of what they
 * did. [N3] Only members of the journal are told.
 */
export async function tell(db: Kysely<Tables>, notices: readonly NewNotice[]): Promise<readonly JournalId[]> {
  const ofOthers = notices.filter((notice) => notice.person !== notice.by)
  if (ofOthers.length === 0) return []
  const members = await loadMembers(db, [...new Set(ofOthers.map((notice) => notice.journal))])
  const meant = ofOthers.filter(({ journal, person }) => members.has(`${journal} ${person}`))
  if (meant.length === 0) return []
  const stored = await db
    .insertInto('notices')
    .values(meant.map(rowOf))
    .onConflict((conflict) => conflict.columns(['journal_id', 'person_id', 'key']).doNothing())
    .returning('journal_id')
    .execute()
  return [...new Set(stored.map((row) => row.journal_id))]
}

async function loadMembers(db: Kysely<Tables>, journals: readonly JournalId[]): Promise<Set<string>> {
  const rows = await db.selectFrom('members').select(['journal_id', 'person_id']).where('journal_id', 'in', journals).where('left_at', 'is', null).execute()
  return new Set(rows.map((row) => `${row.journal_id} ${row.person_id}`))
}

function rowOf({ person, journal, kind, key, by, at, words, page, block, thread, comment }: NewNotice) {
  return {
    id: newId() as NoticeId,
    person_id: person,
    journal_id: journal,
    kind,
    key,
    by_person: by,
    at,
    words: shortened(words, QUOTE_LIMIT),
    page_id: page ?? null,
    block_id: block ?? null,
    thread_id: thread ?? null,
    comment_id: comment ?? null,
    read_at: null,
    archived_at: null,
    mail_id: null,
  }
}

/** At most so many UTF-16 units, cut between words where that is near, never inside a character. */
export function shortened(words: string, atMost: number): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= atMost) return line
  const cut = line.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${(space > atMost * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`
}
