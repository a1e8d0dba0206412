/** A person's journals with their people, as the home screen shows them: two queries, however many there are. */
import type { JournalSummary, Member } from '@tandem/shared/contracts/journals.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { WhenWritten } from '../log/update-log.ts'

export interface ListingParts {
  readonly db: Kysely<Tables>
  /** When documents were last written in, where the tables are behind the log. */
  readonly whenWritten: () => WhenWritten
}

/** All of a person's journals, archived ones too, the latest changed first. */
export async function listJournals(parts: ListingParts, person: PersonId): Promise<JournalSummary[]> {
  return summarise(parts, person, undefined)
}

/** One journal as this member sees it; `undefined` for everybody else. */
export async function findJournal(parts: ListingParts, person: PersonId, journal: JournalId): Promise<JournalSummary | undefined> {
  const [summary] = await summarise(parts, person, journal)
  return summary
}

async function summarise({ db, whenWritten }: ListingParts, person: PersonId, only: JournalId | undefined): Promise<JournalSummary[]> {
  const writtenAt = whenWritten()
  let mine = db
    .selectFrom('members')
    .innerJoin('journals', 'journals.id', 'members.journal_id')
    .innerJoin('documents', 'documents.journal_id', 'journals.id')
    .select(['journals.id', 'journals.title', 'journals.created_at', 'journals.archived_at', 'members.seat', 'members.role'])
    .select(['documents.id as document_id', 'documents.changed_at'])
    .where('documents.kind', '=', 'journal')
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .orderBy('journals.id')
  if (only) mine = mine.where('journals.id', '=', only)
  const [journals, members] = await Promise.all([mine.execute(), loadMembers(db, person, only)])
  const summaries = journals.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    title: row.title,
    seat: row.seat,
    role: row.role,
    members: members.get(row.id) ?? [],
    createdAt: row.created_at,
    changedAt: Math.max(row.changed_at, writtenAt(row.document_id) ?? 0),
    archivedAt: row.archived_at,
  }))
  return summaries.toSorted((one, other) => other.changedAt - one.changedAt)
}

/** The members of all journals this person is in, by journal, those who joined first in front. */
async function loadMembers(db: Kysely<Tables>, person: PersonId, only: JournalId | undefined): Promise<Map<JournalId, Member[]>> {
  let query = db
    .selectFrom('members as mine')
    .innerJoin('members', 'members.journal_id', 'mine.journal_id')
    .innerJoin('people', 'people.id', 'members.person_id')
    .select(['members.journal_id', 'members.person_id', 'people.name', 'members.hue', 'members.seat', 'members.role', 'members.joined_at'])
    .where('mine.person_id', '=', person)
    .where('mine.left_at', 'is', null)
    .where('members.left_at', 'is', null)
    .orderBy('members.joined_at')
    .orderBy('members.hue')
  if (only) query = query.where('mine.journal_id', '=', only)
  const members = new Map<JournalId, Member[]>()
  for (const row of await query.execute()) {
    const { journal_id: journal, person_id: id, joined_at: joinedAt, name, hue, seat, role } = row
    members.set(journal, [...(members.get(journal) ?? []), { person: id, name, hue, seat, role, joinedAt }])
  }
  return members
}
