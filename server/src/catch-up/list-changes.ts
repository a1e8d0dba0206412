/** What has changed for one person: of one journal every change, of all of them how much. */
import type { Change, JournalNews } from '@tandem/shared/contracts/changes.ts'
import type { DocumentId, Millis, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { ChangesTable } from '../database/projected-tables.ts'
import type { Tables } from '../database/tables.ts'
import { type Unseen, unseenBy } from './unseen.ts'

/** More changes than these are not stepped through; the latest ones are told. */
const MOST = 5000

export interface Listed {
  readonly seen: { readonly seq: Seq; readonly at: Millis } | null
  readonly upTo: Seq
  readonly changes: Change[]
}

export async function listChanges(db: Kysely<Tables>, looker: Unseen, since: Millis | undefined): Promise<Listed> {
  const { document, person } = looker
  const [seen, position, changes] = await Promise.all([
    db.selectFrom('seen').select(['seq', 'at']).where('document_id', '=', document).where('person_id', '=', person).executeTakeFirst(),
    db.selectFrom('projections').select('seq').where('document_id', '=', document).executeTakeFirst(),
    since === undefined ? loadUnseen(db, looker) : loadSince(db, document, since),
  ])
  return { seen: seen ?? null, upTo: position?.seq ?? 0, changes: changes.map(changeOf) }
}

async function loadUnseen(db: Kysely<Tables>, looker: Unseen): Promise<ChangesTable[]> {
  const theirs = await unseenBy(db, looker).selectAll('changes').orderBy('changes.seq', 'desc').limit(MOST).execute()
  const first = theirs.at(-1)
  if (!first) return []
  // My own between them, where I went on with what they wrote: without these nobody could tell whose words are whose.
  const mine = await db
    .selectFrom('changes')
    .selectAll()
    .where('document_id', '=', looker.document)
    .where('author', '=', looker.person)
    .where('seq', '>', first.seq)
    .orderBy('seq', 'desc')
    .limit(MOST)
    .execute()
  const targets = new Set(theirs.map((change) => change.target))
  return [...theirs, ...mine.filter((change) => targets.has(change.target))].toSorted((a, b) => a.seq - b.seq)
}

async function loadSince(db: Kysely<Tables>, document: DocumentId, since: Millis): Promise<ChangesTable[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('document_id', '=', document)
    .where('at', '>', since)
    .orderBy('seq', 'desc')
    .limit(MOST)
    .execute()
  return rows.toReversed()
}

function changeOf({ document_id: _document, page_id: page, was, became, trivial, ...change }: ChangesTable): Change {
  return { ...change, page, was: parsed(was), became: parsed(became), isTrivial: trivial === 1 }
}

function parsed(text: string | null): unknown {
  return text === null ? null : (JSON.parse(text) as unknown)
}

/** Blocks and pages that others have changed since the person looked, by journal. Trivial rewordings are no news. */
export async function listNews(db: Kysely<Tables>, person: PersonId): Promise<JournalNews[]> {
  const news = newsOf(db, person)
  // Counted where they are: as rows they would cost more to bring here than to count.
  const [counts, authors] = await Promise.all([
    news
      .select(({ fn }) => [fn.count<number>('changes.target').distinct().as('changes'), fn.max('changes.at').as('at')])
      .groupBy('documents.journal_id')
      .execute(),
    news.select('changes.author').groupBy(['documents.journal_id', 'changes.author']).execute(),
  ])
  const byJournal = Map.groupBy(authors, ({ journal }) => journal)
  return counts.map((each) => ({ ...each, authors: (byJournal.get(each.journal) ?? []).map(({ author }) => author) }))
}

function newsOf(db: Kysely<Tables>, person: PersonId) {
  return db
    .selectFrom('members')
    .innerJoin('journals', 'journals.id', 'members.journal_id')
    .innerJoin('documents', 'documents.journal_id', 'journals.id')
    .innerJoin('seen', (join) => join.onRef('seen.document_id', '=', 'documents.id').onRef('seen.person_id', '=', 'members.person_id'))
    .innerJoin('changes', (join) => join.onRef('changes.document_id', '=', 'documents.id').onRef('changes.seq', '>', 'seen.seq'))
    .leftJoin('seen_targets as mark', (join) =>
      join.onRef('mark.document_id', '=', 'changes.document_id').onRef('mark.person_id', '=', 'members.person_id').onRef('mark.target', '=', 'changes.target'),
    )
    .select('documents.journal_id as journal')
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .where('journals.archived_at', 'is', null)
    .where('documents.kind', '=', 'journal')
    .where('changes.author', '!=', person)
    .where('changes.trivial', '=', 0)
    .where(({ eb, or, ref }) => or([eb('mark.seq', 'is', null), eb('mark.seq', '<', ref('changes.seq'))]))
}
