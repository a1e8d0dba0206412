/** Fills a data folder as long use would have: journals with long histories, and many journals nobody has open. The server must not be running. */
import { systemClock } from '@tandem/server/clock.ts'
import type { Database } from '@tandem/server/database/database.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { packUpdates } from '@tandem/server/log/entry-bytes.ts'
import { createSnapshotter } from '@tandem/server/log/snapshotter.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { appended } from '../../support/appended.ts'

const WRITER = 'growth' as PersonId
/** So many letters are typed and then erased again: the history grows and the text does not. */
const LETTERS = 40
const AT_ONCE = 2000
const ROWS_AT_ONCE = 100

/** Appends so many keystrokes, an entry each, to each of the documents, and leaves the snapshot that a closed room leaves. */
export async function addHistory(dataDir: string, documents: readonly string[], keystrokes: number): Promise<void> {
  const { clientId, updates } = keystrokesOf(keystrokes)
  await withDatabase(dataDir, async (database) => {
    const log = new SqlLog({ database, clock: systemClock })
    const snapshotter = createSnapshotter(log)
    for (const document of documents as readonly DocumentId[]) {
      for (let from = 0; from < updates.length; from += AT_ONCE) {
        const entries = updates.slice(from, from + AT_ONCE).map((update, index) => ({
          id: `growth/${from + index}`,
          author: WRITER,
          connection: 'growth',
          at: Date.now(),
          updates: [update],
          claims: from + index === 0 ? [clientId] : [],
        }))
        await Promise.all(entries.map((entry) => appended(log, document, entry)))
      }
      const snapshot = await snapshotter.build(document)
      if (snapshot) await log.saveSnapshot(document, snapshot)
    }
    await snapshotter.close()
  })
}

/** Adds journals that nobody opens, each with the document of a short history. */
export async function addJournals(dataDir: string, count: number): Promise<void> {
  const bytes = packUpdates([Y.encodeStateAsUpdate(docOf(100))])
  await withDatabase(dataDir, async ({ db }) => {
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      const ids = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, () => ({ journal: newId() as JournalId, document: newId() as DocumentId }))
      await db.transaction().execute(async (transaction) => {
        const journals = ids.map(({ journal }) => ({ id: journal, title: 'Growth', created_by: WRITER, created_at: 1, archived_at: null }))
        const documents = ids.map(({ journal, document }) => ({
          id: document,
          journal_id: journal,
          kind: 'journal' as const,
          schema_version: 1,
          changed_at: 1,
        }))
        const entries = ids.map(({ document }) => ({ document_id: document, seq: 1, entry_id: 'first', author: WRITER, connection: 'growth', at: 1, bytes }))
        await transaction.insertInto('journals').values(journals).execute()
        await transaction.insertInto('documents').values(documents).execute()
        await transaction.insertInto('log_entries').values(entries).execute()
      })
    }
  })
}

async function withDatabase(dataDir: string, act: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase({ dataDir })
  try {
    await act(database)
  } finally {
    await database.close()
  }
}

function keystrokesOf(count: number): { readonly clientId: number; readonly updates: readonly Uint8Array[] } {
  const updates: Uint8Array[] = []
  const doc = docOf(count, (update) => updates.push(update))
  return { clientId: doc.clientID, updates }
}

function docOf(keystrokes: number, hear: (update: Uint8Array) => void = () => undefined): Y.Doc {
  const doc = new Y.Doc()
  doc.on('update', hear)
  const text = doc.getText('growth')
  for (let stroke = 0; stroke < keystrokes; stroke += 1) {
    if (stroke % (2 * LETTERS) < LETTERS) text.insert(text.length, 'a')
    else text.delete(text.length - 1, 1)
  }
  return doc
}
