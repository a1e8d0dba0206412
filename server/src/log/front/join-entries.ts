/** What one connection sent without another between becomes one row when it is moved: a row costs more than its bytes, and nobody needs a second to be told apart. */
import type { Numbered, Storable } from '../batch.ts'
import { packedSize } from '../entry-bytes.ts'
import type { FrontBatch } from './front.ts'
import type { FrontEntry } from './front-entry.ts'

/** A row grows up to about this size, so that the past can still be read in steps. */
const ROW_BYTES = 65_536

interface Row {
  readonly first: FrontEntry
  last: FrontEntry
  readonly updates: Uint8Array[]
  readonly claims: number[]
  size: number
}

/** The rows of these entries, each with the seq, id and time of its last entry, as after a compaction. Entries of one document must come in their order. */
export function joinEntries(entries: readonly FrontEntry[]): Numbered<Storable>[] {
  const rows: Row[] = []
  const newest = new Map<string, Row>()
  for (const each of entries) {
    const { document, entry } = each
    const row = newest.get(document)
    const size = packedSize(entry.updates)
    if (row && row.first.entry.connection === entry.connection && row.first.entry.author === entry.author && row.size + size <= ROW_BYTES) {
      row.last = each
      row.updates.push(...entry.updates)
      row.claims.push(...entry.claims)
      row.size += size
    } else {
      const begun: Row = { first: each, last: each, updates: [...entry.updates], claims: [...entry.claims], size }
      rows.push(begun)
      newest.set(document, begun)
    }
  }
  return rows.map(({ last, updates, claims, size }) => ({
    append: { document: last.document, entry: { ...last.entry, updates, claims }, size, claims },
    seq: last.seq,
  }))
}

/**
 * The oldest batches that together make about so many rows and bytes; at least one. By rows and not by entries, for the more entries of a document are moved
 * together, the fewer rows they become: 400 people who type at once cost a tenth when all that waits is one step.
 */
export function oldestWithin(batches: readonly FrontBatch[], limit: { readonly rows: number; readonly bytes: number }): readonly FrontBatch[] {
  const newest = new Map<string, string>()
  let rows = 0
  let size = 0
  let count = 0
  while (count < batches.length && rows < limit.rows && size < limit.bytes) {
    const { entries, bytes } = batches[count++] as FrontBatch
    size += bytes
    for (const { document, entry } of entries) {
      if (newest.get(document) === entry.connection) continue
      newest.set(document, entry.connection)
      rows += 1
    }
  }
  return batches.slice(0, count)
}
