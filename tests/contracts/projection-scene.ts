/** A journal whose log is projected, and its rows as a test reads them. */
import { createProjector, type Projector } from '@tandem/server/projection/projector.ts'
import type { NewEntry } from '@tandem/server/log/update-log.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { onTestFinished } from 'vitest'
import { appended } from '../support/appended.ts'
import { journalWriters } from './journal-writers.ts'
import { ANA, BEN, type Store, sqliteStore } from './store.ts'

export interface ProjectionScene extends Store {
  readonly document: DocumentId
  readonly projector: Projector
  append(entry: NewEntry | undefined): Promise<void>
  rows(): Promise<Rows>
}

export interface Rows {
  readonly pages: readonly Record<string, unknown>[]
  readonly blocks: readonly Record<string, unknown>[]
  readonly changes: readonly Told[]
}

/** A change as a test tells it. */
export interface Told {
  readonly seq: number
  readonly at: number
  readonly author: string
  readonly target: string
  readonly what: string
  readonly field: string
  readonly was: unknown
  readonly became: unknown
  readonly [column: string]: unknown
}

/** In the tables alone, unless the test brings a store of its own. */
export async function projectionScene(given?: Store): Promise<ProjectionScene> {
  const store = given ?? (await sqliteStore())
  const projector = newProjector(store)
  const document = await store.addDocument()
  return {
    ...store,
    document,
    projector,
    append: async (entry) => {
      if (entry) await appended(store.log, document, entry)
    },
    rows: () => readRows(store.database, document),
  }
}

/** A projector with a thread of its own, as a restarted server has. */
export function newProjector({ database, log }: Pick<Store, 'database' | 'log'>): Projector {
  const projector = createProjector({ database, log })
  onTestFinished(() => projector.close())
  return projector
}

/** The rows of a document in these tables. */
export async function readRows({ db }: Pick<Store['database'], 'db'>, document: DocumentId): Promise<Rows> {
  const pages = await db.selectFrom('projected_pages').selectAll().where('document_id', '=', document).orderBy('page_id').execute()
  const blocks = await db.selectFrom('projected_blocks').selectAll().where('document_id', '=', document).orderBy('block_id').execute()
  const changes = await db
    .selectFrom('changes')
    .selectAll()
    .where('document_id', '=', document)
    .orderBy('seq')
    .orderBy('target')
    .orderBy('what')
    .orderBy('field')
    .execute()
  const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
  return { pages, blocks, changes: changes.map((change) => ({ ...change, was: parsed(change.was), became: parsed(change.became) })) }
}

/** Ana and Ben at a journal with one page. */
export async function writtenScene(given?: Store) {
  const it = await projectionScene(given)
  const [ana, ben] = journalWriters(ANA, BEN)
  if (!ana || !ben) throw new Error('Somebody is missing.')
  let now = 1_000_000
  /** Stores what both have written since, at this many milliseconds after the last time. */
  const pass = async (milliseconds = 1000) => {
    now += milliseconds
    for (const writer of [ana, ben]) await it.append(writer.entry(now))
  }
  const page = ana.addPage('Our agreement', { kind: 'agreement' })
  await pass()
  /** What was told since the page was added. */
  const told = async () => {
    await it.projector.project(it.document)
    return (await it.rows()).changes.filter((change) => change.what !== 'page-added')
  }
  return { ...it, ana, ben, page, pass, told, now: () => now }
}
