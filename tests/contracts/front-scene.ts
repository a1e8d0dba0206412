/** What tests of the front have in common: a store whose entries stay there, and what a process that is killed leaves behind. */
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readRow } from '@tandem/server/log/row-bytes.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { appended } from '../support/appended.ts'
import { testClock } from '../support/test-clock.ts'
import { entryOf, readAll } from './log-scene.ts'
import { ANA, type FrontedStore, frontedStore, temporaryFolder } from './store.ts'

/** A store whose entries stay in the front until the test moves them. */
export function heldStore(dataDir?: string): Promise<FrontedStore> {
  return frontedStore({ moveClock: testClock(), ...(dataDir === undefined ? {} : { dataDir }) })
}

export function append({ log }: FrontedStore, document: DocumentId, id: string): Promise<number> {
  return appended(log, document, entryOf({ id, author: ANA }))
}

export async function idsIn({ log }: FrontedStore, document: DocumentId): Promise<string[]> {
  return (await readAll(log, document)).map(({ id }) => id)
}

export async function rowsOf({ database: { db } }: FrontedStore, document: DocumentId) {
  return await db.selectFrom('log_entries').selectAll().where('document_id', '=', document).orderBy('seq').execute()
}

/** The entries in the tables, whatever rows they share. */
export async function movedOf(store: FrontedStore, document: DocumentId) {
  return (await rowsOf(store, document)).flatMap(readRow)
}

/** The files of the front as a process that was killed now would leave them. */
export async function killedNow(store: FrontedStore): Promise<string> {
  const left = await temporaryFolder()
  await store.database.db.selectFrom('readiness').selectAll().execute()
  for (const name of readdirSync(store.dataDir)) if (!name.includes('lock')) copyFileSync(join(store.dataDir, name), join(left, name))
  return left
}
