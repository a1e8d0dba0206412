/**
 * What waits of a document becomes one row when it is moved, or a few: a row costs more than its bytes. In it what one connection sent without another between, or a pause, is one entry, for
 * nobody needs a second to be told apart; where two people type at once each has an entry whenever they take turns.
 */
import type { Buffer } from 'node:buffer'
import type { DocumentId, Millis, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Claim, LogRow } from '../batch.ts'
import { lengthSize, writeLength } from '../entry-bytes.ts'
import { ROW_BYTES, SEVERAL } from '../row-bytes.ts'
import type { FrontBatch, Place } from './front-batch.ts'
import { type PackedEntry, readIdAt, readPackedAt } from './read-entry.ts'

/** What one connection sent without another between: an entry with the seq, id and time of the last one, as after a compaction. */
class JoinedEntry {
  /** Bytes its updates take when packed. */
  packed = 0
  readonly #records: Buffer[] = []
  readonly #entries: PackedEntry[] = []

  take({ record }: Place, entry: PackedEntry): void {
    this.#records.push(record)
    this.#entries.push(entry)
    this.packed += entry.to - entry.from
  }

  /** Among several. */
  get size(): number {
    const { headFrom = 0, headTo = 0 } = this.#entries.at(-1) ?? {}
    return headTo - headFrom + lengthSize(this.packed) + this.packed
  }

  /** Answers where it ends. */
  packInto(bytes: Uint8Array, start: number): number {
    let at = start
    this.#entries.forEach(({ from, to }, index) => {
      at = copy(this.#records[index], { from, to }, bytes, at)
    })
    return at
  }

  /** As it stands among several; see row-bytes.ts. */
  packWithHead(bytes: Uint8Array, start: number): number {
    const { headFrom = 0, headTo = 0 } = this.#entries.at(-1) ?? {}
    const at = copy(this.#records.at(-1), { from: headFrom, to: headTo }, bytes, start)
    return this.packInto(bytes, writeLength(bytes, at, this.packed))
  }
}

/** Up to this size bytes are copied one by one: a call of the system's costs more. */
const FEW_BYTES = 200

/** Answers where the copy ends. */
function copy(record: Buffer | undefined, { from, to }: { readonly from: number; readonly to: number }, bytes: Uint8Array, start: number): number {
  if (!record) return start
  if (to - from > FEW_BYTES) return start + record.copy(bytes, start, from, to)
  let at = start
  for (let index = from; index < to; index += 1) bytes[at++] = record[index] ?? 0
  return at
}

/** After a silence like this an entry begins anew: the projection stops where people pause (settling.ts), and goes on from the seq of that entry. */
const PAUSE: Millis = 1000

class JoinedRow implements LogRow {
  readonly document: DocumentId
  claims: readonly Claim[] = []
  at: Millis
  #last: Place
  #newest = new JoinedEntry()
  readonly #entries = [this.#newest]
  /** Of all but the newest. */
  #olderSize = 0

  constructor(first: Place, { at }: PackedEntry) {
    this.document = first.document
    this.at = at
    this.#last = first
  }

  get seq(): Seq {
    return this.#last.seq
  }

  get id(): string {
    return readIdAt(this.#last.record, this.#last.start)
  }

  get author(): PersonId {
    return this.#last.author
  }

  get connection(): string {
    return this.#last.connection
  }

  get size(): number {
    return this.#entries.length === 1 ? this.#newest.packed : SEVERAL.length + this.#olderSize + this.#newest.size
  }

  hasRoomFor({ headFrom, to }: PackedEntry): boolean {
    return this.size + to - headFrom <= ROW_BYTES
  }

  take(place: Place, entry: PackedEntry): void {
    const hasPaused = Math.abs(entry.at - this.at) >= PAUSE
    if (hasPaused || place.connection !== this.#last.connection || place.author !== this.#last.author) {
      this.#olderSize += this.#newest.size
      this.#newest = new JoinedEntry()
      this.#entries.push(this.#newest)
    }
    this.#newest.take(place, entry)
    this.#last = place
    this.at = entry.at
    if (entry.claims.length > 0) this.claims = [...this.claims, { author: place.author, clients: entry.claims }]
  }

  packInto(bytes: Uint8Array, start: number): void {
    if (this.#entries.length === 1) {
      this.#newest.packInto(bytes, start)
      return
    }
    bytes.set(SEVERAL, start)
    let at = start + SEVERAL.length
    for (const entry of this.#entries) at = entry.packWithHead(bytes, at)
  }
}

/** The rows of these entries. Those of one document must come in their order. */
export function joinEntries(places: readonly Place[]): LogRow[] {
  const rows: LogRow[] = []
  const newest = new Map<DocumentId, JoinedRow>()
  for (const place of places) {
    const entry = readPackedAt(place.record, place.start)
    let row = newest.get(place.document)
    if (!row?.hasRoomFor(entry)) {
      row = new JoinedRow(place, entry)
      rows.push(row)
      newest.set(place.document, row)
    }
    row.take(place, entry)
  }
  return rows
}

/** These entries in pieces of at most so many, in which those of a document stand together and in their order. A document with more than that is cut. */
export function* inPieces(batches: readonly FrontBatch[], size: number): Generator<readonly Place[], void, undefined> {
  const byDocument = new Map<DocumentId, Place[]>()
  for (const { places } of batches) {
    for (const place of places) {
      const others = byDocument.get(place.document)
      if (others) others.push(place)
      else byDocument.set(place.document, [place])
    }
  }
  let piece: Place[] = []
  for (const places of byDocument.values()) {
    for (let from = 0; from < places.length; from += size) {
      const more = places.slice(from, from + size)
      if (piece.length > 0 && piece.length + more.length > size) {
        yield piece
        piece = []
      }
      piece.push(...more)
    }
  }
  if (piece.length > 0) yield piece
}

/**
 * The oldest batches that together make about so many rows and bytes; at least one. By rows and not by entries, for the more entries of a document are moved
 * together, the less they cost: 400 people who type at once cost a tenth when all that waits is one step.
 */
export function oldestWithin(batches: readonly FrontBatch[], limit: { readonly rows: number; readonly bytes: number }): readonly FrontBatch[] {
  const documents = new Set<DocumentId>()
  let size = 0
  let count = 0
  while (count < batches.length && documents.size < limit.rows && size < limit.bytes) {
    const { places, bytes } = batches[count++] as FrontBatch
    size += bytes
    for (const { document } of places) documents.add(document)
  }
  return batches.slice(0, count)
}
