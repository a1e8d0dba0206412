/** Merges old entries of the log: what one person wrote in one burst becomes one entry with the same content. [L8] */
import type { DocumentId, Millis, Seq } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Database, PlainQuery } from '../database/database.ts'
import { ConstraintFault } from '../database/fault.ts'
import type { Tables } from '../database/tables.ts'
import { BURST_POLICY, type BurstMember, type BurstPolicy, splitIntoBursts } from './bursts.ts'
import { packTightly, unpackUpdates } from './entry-bytes.ts'

export interface CompactionSources {
  readonly database: Database
  /** Several updates as one with the same content. */
  readonly merge: (updates: readonly Uint8Array[]) => Promise<Uint8Array>
  readonly policy?: BurstPolicy
}

interface OldEntry extends BurstMember {
  readonly bytes: Uint8Array
}

interface MergedBurst {
  readonly first: Seq
  readonly last: Seq
  readonly bytes: Uint8Array
}

/** Entries looked at together. Few enough that the transaction that replaces them does not keep other writes waiting, for each may have 64 kB. */
const STEP = 100

/** Compacts the entries up to the document's snapshot that are older than a pause before `now`, and remembers how far it came. */
export async function compact(document: DocumentId, now: Millis, sources: CompactionSources): Promise<void> {
  const { database, merge, policy = BURST_POLICY } = sources
  const { db } = database
  for (;;) {
    const range = await findRange(db, document)
    if (!range || range.compacted >= range.snapshot) return
    const entries = await loadOldEntries(db, document, { ...range, before: now - policy.pause })
    const last = entries.at(-1)
    if (!last) return
    const merged: MergedBurst[] = []
    for (const burst of splitIntoBursts(entries, policy)) {
      const [first, newest] = [burst[0], burst.at(-1)]
      const updates = burst.flatMap((entry) => unpackUpdates(entry.bytes))
      if (!first || !newest || updates.length < 2) continue
      merged.push({ first: first.seq, last: newest.seq, bytes: await packTightly([await merge(updates)]) })
    }
    const isOurs = await replace(database, { document, from: range.compacted, to: last.seq, merged })
    if (!isOurs || entries.length < STEP) return
  }
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

async function loadOldEntries(db: Kysely<Tables>, document: DocumentId, { compacted, snapshot, before }: Range & { before: Millis }): Promise<OldEntry[]> {
  const rows = await db
    .selectFrom('log_entries')
    .select(['seq', 'author', 'at', 'bytes'])
    .where('document_id', '=', document)
    .where('seq', '>', compacted)
    .where('seq', '<=', snapshot)
    .orderBy('seq')
    .limit(STEP)
    .execute()
  // From the first young one on nothing is taken: it may still grow, and its append may still be repeated.
  const young = rows.findIndex((row) => row.at >= before)
  return (young < 0 ? rows : rows.slice(0, young)).map((row) => ({ ...row, size: row.bytes.byteLength }))
}

interface Replacement {
  readonly document: DocumentId
  readonly from: Seq
  readonly to: Seq
  readonly merged: readonly MergedBurst[]
}

/** False when another node has compacted the same entries meanwhile; then nothing is changed. */
async function replace({ db, writeTogether }: Database, { document, from, to, merged }: Replacement): Promise<boolean> {
  const advance = db.updateTable('documents').set({ compacted_seq: to }).where('id', '=', document).where('compacted_seq', '=', from).compile()
  try {
    await writeTogether([{ ...advance, mustChange: true }, ...merged.flatMap((burst) => replaceBurst(db, document, burst))])
    return true
  } catch (error) {
    if (error instanceof ConstraintFault && error.kind === 'unchanged') return false
    throw error
  }
}

/** The merged entry takes the place of the last one; then the others go, in the same transaction. */
function replaceBurst(db: Kysely<Tables>, document: DocumentId, { first, last, bytes }: MergedBurst): PlainQuery[] {
  return [
    db.updateTable('log_entries').set({ bytes }).where('document_id', '=', document).where('seq', '=', last).compile(),
    db.deleteFrom('log_entries').where('document_id', '=', document).where('seq', '>=', first).where('seq', '<', last).compile(),
  ]
}
