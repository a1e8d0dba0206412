/** Merges old entries of the log: what one person wrote in one burst becomes one entry with the same content. [L8] */
import type { DocumentId, Millis, Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Database, Write } from '../database/database.ts'
import { ConstraintFault } from '../database/fault.ts'
import type { LogEntriesTable, Tables } from '../database/tables.ts'
import { BURST_POLICY, type BurstMember, type BurstPolicy, splitIntoBursts } from './bursts.ts'
import { packedSize } from './entry-bytes.ts'
import { readRow, ROW_BYTES, type RowColumns, tightRowBytes } from './row-bytes.ts'
import type { Entry } from './update-log.ts'

export interface CompactionSources {
  readonly database: Database
  /** Of each list of updates one with the same content. */
  readonly merge: (lists: readonly (readonly Uint8Array[])[]) => Promise<readonly Uint8Array[]>
  readonly policy?: BurstPolicy
}

interface OldEntry extends BurstMember, Entry {}

/** Rows looked at together. Few enough that the transaction that replaces them does not keep other writes waiting, for each may have 64 kB. */
const STEP = 100
/** And about so many entries, for they are read in one turn of the loop. */
const ENTRIES_AT_ONCE = 1000
/** What a row takes beside its bytes: what names it, and its place in the index. */
const ROW_COSTS = 200

/** Compacts the entries up to the document's snapshot that are older than a pause before `now`, and remembers how far it came. */
export async function compact(document: DocumentId, now: Millis, sources: CompactionSources): Promise<void> {
  const { database, merge, policy = BURST_POLICY } = sources
  const { db } = database
  for (;;) {
    const range = await findRange(db, document)
    if (!range || range.compacted >= range.snapshot) return
    const rows = await loadOldRows(db, document, { ...range, before: now - policy.pause })
    const { taken, entries } = readFirst(rows)
    const last = taken.at(-1)
    if (!last) return
    const bursts = splitIntoBursts(entries, policy)
    const merged = await mergeBursts(bursts, merge)
    const tight = await tightRows(document, merged)
    const isNews = merged.some((entry, at) => entry !== bursts[at]?.[0]) || sizeOf(tight) < sizeOf(taken)
    const isOurs = await replace(database, { document, from: range.compacted, to: last.seq, rows: isNews ? tight : undefined })
    if (!isOurs || (taken.length === rows.length && rows.length < STEP)) return
  }
}

/** The first of the rows, as many as hold about so many entries, and these. */
function readFirst(rows: readonly RowColumns[]): { readonly taken: readonly RowColumns[]; readonly entries: readonly OldEntry[] } {
  const entries: OldEntry[] = []
  let count = 0
  while (count < rows.length && entries.length < ENTRIES_AT_ONCE) {
    const row = rows[count++] as RowColumns
    for (const entry of readRow(row)) entries.push(withSize(entry))
  }
  return { taken: rows.slice(0, count), entries }
}

function withSize(entry: Entry): OldEntry {
  return { ...entry, size: packedSize(entry.updates) }
}

/** What rows take, about. */
function sizeOf(rows: readonly { readonly bytes: Uint8Array }[]): number {
  return rows.reduce((sum, { bytes }) => sum + ROW_COSTS + bytes.byteLength, 0)
}

/** Each burst as one entry, with what names its last one. */
async function mergeBursts(bursts: readonly (readonly OldEntry[])[], merge: CompactionSources['merge']): Promise<readonly OldEntry[]> {
  const lists = bursts.map((burst) => burst.flatMap(({ updates }) => updates))
  const several = lists.filter((updates) => updates.length > 1)
  const made = several.length > 0 ? await merge(several) : []
  const merged = new Map(several.map((updates, at) => [updates, made[at]]))
  return bursts.map((burst, at) => {
    const newest = burst.at(-1)
    if (!newest) throw new Error('A burst has an entry.')
    const updates = lists[at] ?? []
    if (updates.length < 2) return newest
    const update = merged.get(updates)
    // Its rows are about to go.
    if (!update) throw new Error('A burst was not merged.')
    return withSize({ ...newest, updates: [update] })
  })
}

interface Range {
  readonly compacted: Seq
  readonly snapshot: Seq
}

async function findRange(db: Kysely<Tables>, document: DocumentId): Promise<Range | undefined> {
  return await db
    .selectFrom('documents')
    .innerJoin('snapshots', 'snapshots.document_id', 'documents.id')
    .select(['documents.compacted_seq as compacted', 'snapshots.seq as snapshot'])
    .where('documents.id', '=', document)
    .executeTakeFirst()
}

async function loadOldRows(db: Kysely<Tables>, document: DocumentId, { compacted, snapshot, before }: Range & { before: Millis }): Promise<RowColumns[]> {
  const rows = await db
    .selectFrom('log_entries')
    .select(['seq', 'entry_id', 'author', 'connection', 'at', 'bytes'])
    .where('document_id', '=', document)
    .where('seq', '>', compacted)
    .where('seq', '<=', snapshot)
    .orderBy('seq')
    .limit(STEP)
    .execute()
  // From the first young one on nothing is taken: it may still grow, and its append may still be repeated.
  const young = rows.findIndex((row) => row.at >= before)
  return young < 0 ? rows : rows.slice(0, young)
}

interface Replacement {
  readonly document: DocumentId
  readonly from: Seq
  readonly to: Seq
  /** What stands in the place of what stood there; nothing when that stays as it is. */
  readonly rows: readonly LogEntriesTable[] | undefined
}

/** False when another node has compacted the same entries meanwhile; then nothing is changed. */
async function replace({ db, writeTogether }: Database, { document, from, to, rows }: Replacement): Promise<boolean> {
  const advance = db.updateTable('documents').set({ compacted_seq: to }).where('id', '=', document).where('compacted_seq', '=', from).compile()
  const writes: Write[] = [{ ...advance, mustChange: true }]
  if (rows) {
    writes.push(db.deleteFrom('log_entries').where('document_id', '=', document).where('seq', '>', from).where('seq', '<=', to).compile())
    for (const row of rows) writes.push(db.insertInto('log_entries').values(row).compile())
  }
  try {
    await writeTogether(writes)
    return true
  } catch (error) {
    if (error instanceof ConstraintFault && error.kind === 'unchanged') return false
    throw error
  }
}

/** The entries in as few rows as they need. */
async function tightRows(document: DocumentId, entries: readonly OldEntry[]): Promise<LogEntriesTable[]> {
  const groups: OldEntry[][] = []
  let bytes = 0
  for (const entry of entries) {
    const group = groups.at(-1)
    const fits = bytes + spaceOf(entry) <= ROW_BYTES
    if (group && fits) group.push(entry)
    else groups.push([entry])
    bytes = spaceOf(entry) + (group && fits ? bytes : 0)
  }
  const rows: LogEntriesTable[] = []
  for (const group of groups) {
    const newest = group.at(-1)
    if (!newest) continue
    const { seq, id, author, connection, at } = newest
    rows.push({ document_id: document, seq, entry_id: id, author, connection, at, bytes: await tightRowBytes(group) })
  }
  return rows
}

/** What an entry takes in a row with others, about, before anything is compressed. */
function spaceOf({ size, id, author, connection }: OldEntry): number {
  return size + id.length + author.length + connection.length + 24
}
