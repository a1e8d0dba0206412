/** Looks into a running server's files from outside: what is really stored, whatever the server says. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readFront } from '@tandem/server/log/front/front-files.ts'
import { readRow, type RowColumns } from '@tandem/server/log/row-bytes.ts'
import { DATABASE_FILE } from '@tandem/server/database/open-database.ts'
import * as Y from 'yjs'

/** One update; how many of them stand in one row is the server's business and changes. */
export interface StoredEntry {
  readonly author: string
  readonly updates: readonly [Uint8Array]
}

export function readStoredLog(dataDir: string, documentId: string): StoredEntry[] {
  // First the front, for what is moved meanwhile is in the database afterwards.
  const front = readFront(dataDir)
    .files.flatMap(({ entries }) => entries)
    .filter(({ document }) => document === documentId)
  const rows = readRows(dataDir, documentId)
  const head = rows.at(-1)?.seq ?? 0
  return [
    ...rows.flatMap(readRow).flatMap(({ author, updates }) => updates.map((update) => ({ author: author as string, updates: [update] as const }))),
    ...front.flatMap(({ seq, entry }) => (seq <= head ? [] : entry.updates.map((update) => ({ author: entry.author as string, updates: [update] as const })))),
  ]
}

/** The rows of a document's log in the database, without what the front holds. */
export function readRows(dataDir: string, documentId: string): RowColumns[] {
  const rows = query(dataDir, 'select seq, entry_id, author, connection, at, bytes from log_entries where document_id = ? order by seq', documentId)
  return rows as unknown as RowColumns[]
}

/** The document the log makes. */
export function readStoredDoc(dataDir: string, documentId: string): Y.Doc {
  const doc = new Y.Doc()
  for (const entry of readStoredLog(dataDir, documentId)) for (const update of entry.updates) Y.applyUpdate(doc, update)
  return doc
}

/** Up to where the kept snapshot of a document goes; 0 when there is none. */
export function storedSnapshotSeq(dataDir: string, documentId: string): number {
  const [row] = query(dataDir, 'select seq from snapshots where document_id = ?', documentId)
  return Number(row?.['seq'] ?? 0)
}

/** A change the projection has told, as a test looks at it. */
export interface StoredChange {
  readonly author: string
  readonly what: string
  readonly became: string | null
}

export function readStoredChanges(dataDir: string, documentId: string): StoredChange[] {
  return query(dataDir, 'select author, what, became from changes where document_id = ? order by seq, target, what, field', documentId).map((row) => ({
    author: String(row['author']),
    what: String(row['what']),
    became: row['became'] as string | null,
  }))
}

function query(dataDir: string, sql: string, ...values: string[]): Record<string, unknown>[] {
  const database = new DatabaseSync(join(dataDir, DATABASE_FILE), { readOnly: true, timeout: 5000 })
  try {
    return database.prepare(sql).all(...values)
  } finally {
    database.close()
  }
}

/** Holds the database as another program would, so that the server cannot write. Resolves once it is held; the answer gives it back. */
export async function holdDatabase(dataDir: string): Promise<() => Promise<void>> {
  const program = `
    const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1], { timeout: 5000 })
    database.exec('begin immediate')
    console.log('held')
    process.stdin.on('end', () => process.exit(0)).resume()`
  const child = spawn(process.execPath, ['-e', program, join(dataDir, DATABASE_FILE)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), gone.then(() => Promise.reject(new Error('The database could not be held.')))])
  return async () => {
    child.stdin.end()
    await gone
  }
}
