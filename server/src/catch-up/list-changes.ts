/** What has changed for one person: of one journal every change, of all of them how much. */
import type { Change, JournalNews, SaidRow } from '@tandem/shared/contracts/changes.ts'
import type { BlockId, DocumentId, JournalId, Millis, PageId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { ChangesTable } from '../database/projected-tables.ts'
import type { Tables } from '../database/tables.ts'
import { loadSaid, type Said } from './said-rows.ts'
import { type Unseen, unseenBy } from './unseen.ts'

/** More changes than these are not stepped through; the latest ones are told. */
const MOST = 5000
/** More than anybody does to one block; the latest ones are told. */
const MOST_OF_BLOCK = 500

export interface Listed {
  readonly seen: { readonly seq: Seq; readonly at: Millis } | null
  readonly upTo: Seq
  readonly changes: Change[]
  readonly rows: SaidRow[]
}

export interface Lister extends Unseen {
  readonly journal: JournalId
}

export async function listChanges(db: Kysely<Tables>, looker: Lister, since: Millis | undefined): Promise<Listed> {
  const { document, person, journal } = looker
  const [seen, position, changes, rows] = await Promise.all([
    db.selectFrom('seen').select(['seq', 'at']).where('document_id', '=', document).where('person_id', '=', person).executeTakeFirst(),
    db.selectFrom('projections').select('seq').where('document_id', '=', document).executeTakeFirst(),
    since === undefined ? loadUnseen(db, looker) : loadSince(db, document, since),
    loadSaid(db, { person, journal, since }),
  ])
  return { seen: seen ?? null, upTo: position?.seq ?? 0, changes: changes.map(changeOf), rows: rows.map(({ journal: _journal, ...row }) => row) }
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

/** What became of one block, oldest first. Its words are left out: they are many, and not what is asked for. */
export async function listRecord(db: Kysely<Tables>, document: DocumentId, block: BlockId): Promise<Change[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('document_id', '=', document)
    .where('target', '=', block)
    .where('what', 'in', ['added', 'removed', 'moved', 'turned', 'fact'])
    .orderBy('seq', 'desc')
    .orderBy('what')
    .orderBy('field')
    .limit(MOST_OF_BLOCK)
    .execute()
  return rows.toSorted((a, b) => a.seq - b.seq).map(changeOf)
}

function changeOf({ document_id: _document, page_id: page, was, became, trivial, ...change }: ChangesTable): Change {
  return { ...change, page, was: parsed(was), became: parsed(became), isTrivial: trivial === 1 }
}

function parsed(text: string | null): unknown {
  return text === null ? null : (JSON.parse(text) as unknown)
}

/** Blocks and pages that others have changed, or said something of, since the person looked, by journal. Trivial rewordings are no news. */
export async function listNews(db: Kysely<Tables>, person: PersonId): Promise<JournalNews[]> {
  const news = newsOf(db, person)
  // Counted where they are: as rows they would cost more to bring here than to count.
  const [counts, authors, said] = await Promise.all([
    news
      .select(({ fn }) => [fn.count<number>('changes.target').distinct().as('changes'), fn.max('changes.at').as('at')])
      .groupBy('documents.journal_id')
      .execute(),
    news.select('changes.author').groupBy(['documents.journal_id', 'changes.author']).execute(),
    loadSaid(db, { person }),
  ])
  const saidIn = Map.groupBy(said, ({ journal }) => journal)
  const counted = await loadTargets(news, said)
  const authorsIn = Map.groupBy(authors, ({ journal }) => journal)
  const countIn = new Map(counts.map((each) => [each.journal, each]))
  return [...new Set([...countIn.keys(), ...saidIn.keys()])].map((journal) => {
    const [ofPages, rows] = [countIn.get(journal), saidIn.get(journal) ?? []]
    // What came to be among the rows between the questions above is in none of the counts yet.
    const targets = new Set(rows.map(targetOf).filter((target) => ofPages === undefined || !counted.has(target)))
    return {
      journal,
      changes: (ofPages?.changes ?? 0) + targets.size,
      authors: [...new Set([...(authorsIn.get(journal) ?? []), ...rows].map(({ author }) => author))],
      at: Math.max(...rows.map(({ at }) => at), ofPages?.at ?? 0),
    }
  })
}

function targetOf({ block, page }: Said): BlockId | PageId {
  return block ?? page
}

/** Those of the targets that are counted as changed already. */
async function loadTargets(news: ReturnType<typeof newsOf>, said: readonly Said[]): Promise<ReadonlySet<BlockId | PageId>> {
  if (said.length === 0) return new Set()
  const rows = await news.select('changes.target').distinct().where('changes.target', 'in', said.map(targetOf)).execute()
  return new Set(rows.map(({ target }) => target))
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
