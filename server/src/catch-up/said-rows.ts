/** What others said beside the document, as news: comments by their read marks, commitments, acceptances and check-ins by the rows seen. */
import { ROWS_LIMIT, type SaidRow } from '@tandem/shared/contracts/changes.ts'
import { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import type { JournalId, Millis, PageId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { AcceptancesTable, CheckInsTable, CommitmentsTable, Tables } from '../database/tables.ts'
import { lookedAt, type OwnTables } from './looked-at.ts'
import { loadActs } from './said-acts.ts'

/** One journal, or all that are not archived; what is unseen, or all that came after a time. */
export interface Asked {
  readonly person: PersonId
  readonly journal?: JournalId
  readonly since?: Millis | undefined
}

export type Said = SaidRow & { readonly journal: JournalId }
/** The page is not known of a block that is not among the projection's rows: not yet, or no longer. */
export type Vouched = Omit<Said, 'page'> & { readonly page: PageId | null }

/** The tables of what people vouch for, and how a row of each reads. */
const TELL = {
  commitments: ({ kind }: CommitmentsTable) => ({ what: kind === 'given' ? 'committed' : 'uncommitted', value: null, words: '' }),
  acceptances: ({ kind, why }: AcceptancesTable) => ({ what: kind, value: null, words: why }),
  check_ins: ({ kind, value, word, sentence }: CheckInsTable) => ({
    what: kind === 'given' ? 'checked-in' : 'check-in-removed',
    value,
    words: [word, sentence].filter(Boolean).join(' · '),
  }),
} satisfies Partial<{ [Name in keyof Tables]: (row: Tables[Name]) => Pick<SaidRow, 'what' | 'value' | 'words'> }>

export const VOUCHED = Object.keys(TELL) as readonly (keyof typeof TELL)[]

/** Oldest first. What is vouched for on a block that is not there is left out. */
export async function loadSaid(db: Kysely<Tables>, asked: Asked): Promise<Said[]> {
  const all = await Promise.all([loadComments(db, asked), loadActs(db, asked), loadVouched(db, asked)])
  return all
    .flat()
    .flatMap((row) => (row.page === null ? [] : [{ ...row, page: row.page }]))
    .toSorted((a, b) => a.at - b.at)
}

async function loadComments(db: Kysely<Tables>, asked: Asked): Promise<Said[]> {
  const { person, since } = asked
  const rows = await lookedAt(db as Kysely<OwnTables>, asked)
    .innerJoin('comments', 'comments.journal_id', 'members.journal_id')
    .innerJoin('comment_threads as thread', (join) => join.onRef('thread.journal_id', '=', 'comments.journal_id').onRef('thread.id', '=', 'comments.thread_id'))
    .leftJoin('comment_reads as mark', (join) =>
      join.onRef('mark.journal_id', '=', 'comments.journal_id').onRef('mark.comment_id', '=', 'comments.id').on('mark.person_id', '=', person),
    )
    .select(['comments.journal_id as journal', 'comments.id as row', 'comments.at', 'comments.person_id as author', 'comments.words', 'thread.anchor'])
    .where('comments.person_id', '!=', person)
    .where('comments.deleted_at', 'is', null)
    .$if(since !== undefined, (query) => query.where('comments.at', '>', since as Millis))
    .$if(since === undefined, (query) => query.where('mark.comment_id', 'is', null).whereRef('comments.at', '>=', 'members.joined_at'))
    .orderBy('comments.at', 'desc')
    .limit(ROWS_LIMIT)
    .execute()
  return rows.map(({ anchor, ...row }) => {
    const place = Anchor.parse(JSON.parse(anchor))
    return { ...row, page: place.page, block: place.kind === 'page' ? null : place.block, what: 'commented', value: null }
  })
}

/** Of all three tables. */
export async function loadVouched(db: Kysely<Tables>, asked: Asked): Promise<Vouched[]> {
  const of = await Promise.all(VOUCHED.map((table) => loadTable(db, table, asked)))
  return of.flat()
}

async function loadTable(db: Kysely<Tables>, table: (typeof VOUCHED)[number], asked: Asked): Promise<Vouched[]> {
  const { person, since } = asked
  const rows = await lookedAt(db as Kysely<OwnTables>, asked)
    .innerJoin(`${table} as own` as 'own', (join) => join.onRef('own.journal_id', '=', 'members.journal_id'))
    .leftJoin('projected_blocks as block', (join) => join.onRef('block.document_id', '=', 'documents.id').onRef('block.block_id', '=', 'own.block_id'))
    .leftJoin('seen_rows as mark', (join) =>
      join.onRef('mark.journal_id', '=', 'own.journal_id').onRef('mark.row_id', '=', 'own.id').on('mark.person_id', '=', person),
    )
    .selectAll('own')
    .select('block.page_id')
    .where('own.person_id', '!=', person)
    .$if(since !== undefined, (query) => query.where('own.at', '>', since as Millis))
    .$if(since === undefined, (query) => query.where('mark.row_id', 'is', null).whereRef('own.at', '>=', 'members.joined_at'))
    .orderBy('own.at', 'desc')
    .limit(ROWS_LIMIT)
    .execute()
  const tell = TELL[table] as (row: unknown) => Pick<SaidRow, 'what' | 'value' | 'words'>
  return rows.map((row) => ({
    ...tell(row),
    journal: row.journal_id,
    row: row.id,
    at: row.at,
    author: row.person_id,
    page: row.page_id,
    block: row.block_id,
  }))
}
