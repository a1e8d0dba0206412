/** What one connection sent without another between becomes one row when it is moved: a row costs more than its bytes, and nobody needs a second to be told apart. */
import type { DocumentId, Millis, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { LogRow } from '../batch.ts'
import type { FrontBatch, Place } from './front-batch.ts'
import { type PackedEntry, readIdAt, readPackedAt } from './read-entry.ts'

/** A row grows up to about this size, so that the past can still be read in steps. */
const ROW_BYTES = 65_536

/** With the seq, id and time of its last entry, as after a compaction. */
class JoinedRow implements LogRow {
  readonly document: DocumentId
  readonly author: PersonId
  readonly connection: string
  claims: readonly number[] = []
  size = 0
  at: Millis = 0
  #last: Place
  readonly #places: Place[] = []

  constructor(first: Place) {
    this.document = first.document
    this.author = first.author
    this.connection = first.connection
    this.#last = first
  }

  get seq(): Seq {
    return this.#last.seq
  }

  get id(): string {
    return readIdAt(this.#last.record, this.#last.start)
  }

  mayTake({ author, connection }: Place, { from, to }: PackedEntry): boolean {
    return this.connection === connection && this.author === author && this.size + to - from <= ROW_BYTES
  }

  take(place: Place, { at, claims, from, to }: PackedEntry): void {
    this.#places.push(place)
    this.#last = place
    this.at = at
    this.size += to - from
    if (claims.length > 0) this.claims = [...this.claims, ...claims]
  }

  packInto(bytes: Uint8Array, start: number): void {
    let end = start
    for (const { record, start: at } of this.#places) {
      const { from, to } = readPackedAt(record, at)
      record.copy(bytes, end, from, to)
      end += to - from
    }
  }
}

/** The rows of these entries. Those of one document must come in their order. */
export function joinEntries(places: readonly Place[]): LogRow[] {
  const rows: JoinedRow[] = []
  const newest = new Map<DocumentId, JoinedRow>()
  for (const place of places) {
    const entry = readPackedAt(place.record, place.start)
    let row = newest.get(place.document)
    if (!row?.mayTake(place, entry)) {
      row = new JoinedRow(place)
      rows.push(row)
      newest.set(place.document, row)
    }
    row.take(place, entry)
  }
  return rows
}

/**
 * The oldest batches that together make about so many rows and bytes; at least one. By rows and not by entries, for the more entries of a document are moved
 * together, the fewer rows they become: 400 people who type at once cost a tenth when all that waits is one step.
 */
export function oldestWithin(batches: readonly FrontBatch[], limit: { readonly rows: number; readonly bytes: number }): readonly FrontBatch[] {
  const newest = new Map<DocumentId, string>()
  let rows = 0
  let size = 0
  let count = 0
  while (count < batches.length && rows < limit.rows && size < limit.bytes) {
    const { places, bytes } = batches[count++] as FrontBatch
    size += bytes
    for (const { document, connection } of places) {
      if (newest.get(document) === connection) continue
      newest.set(document, connection)
      rows += 1
    }
  }
  return batches.slice(0, count)
}
