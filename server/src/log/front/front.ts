/**
 * Entries that are committed and not in the database yet: in files, so that they survive, and in memory, so that they can be read. A commit is one record behind
 * the last one. After a failed one nothing is written behind it: a new file begins, which says up to where the one before it holds.
 */
import type { DocumentId, PersonId, Seq } from '@tandem/shared/ids.ts'
import { StorageFault } from '../../database/fault.ts'
import type { WhenWritten } from '../update-log.ts'
import type { FrontDisk } from './front-disk.ts'
import { type FrontBatch, frontBatch, type Place } from './front-batch.ts'
import type { FrontEntry } from './front-entry.ts'
import type { FoundFile } from './front-files.ts'
import { type EncodedEntries, FrontEncoder } from './front-encoder.ts'
import { readPackedAt } from './read-entry.ts'

/** A file is given up for a new one at this size; it goes once all it holds is in the database. */
const FILE_BYTES = 4_194_304

export class Front {
  readonly #disk: FrontDisk
  readonly #encoder = new FrontEncoder()
  readonly #batches: FrontBatch[] = []
  #places = new Map<DocumentId, Place[]>()
  /** Files that are not written any more and not removed. */
  #closed: number[] = []
  /** The newest file; 0 when there is none. */
  #file = 0
  #end = 0
  #isOpen = false
  #isClosed = false
  /** What its entries take on the disk. */
  bytes = 0

  /** `found` is what an earlier process left behind. */
  constructor(disk: FrontDisk, found: readonly FoundFile[]) {
    this.#disk = disk
    for (const { number, entries, end } of found) {
      this.#keep(number, entries, this.#encoder.entries(entries))
      this.#closed.push(number)
      this.#file = number
      this.#end = end
    }
  }

  get isEmpty(): boolean {
    return this.#batches.length === 0
  }

  /** Commits entries together. Rejects with StorageFault; then none of them is committed. One call at a time. */
  async append(entries: readonly FrontEntry[]): Promise<void> {
    // The folder may be somebody else's by now.
    if (this.#isClosed) throw new StorageFault('broken', { message: 'the log is closed' })
    let encoded: EncodedEntries
    try {
      if (!this.#isOpen || this.#end >= FILE_BYTES) await this.#begin()
      encoded = this.#encoder.entries(entries)
      await this.#disk.append(encoded.record)
    } catch (error) {
      this.#giveUpFile()
      // All it holds may be moved already, and its room be what the next try lacks.
      await this.removeMoved().catch(() => undefined)
      throw error
    }
    this.#end += encoded.record.length
    this.#keep(this.#file, entries, encoded)
  }

  /** Where the entries of a document after a seq stand, in order. */
  after(document: DocumentId, since: Seq): readonly Place[] {
    return (this.#places.get(document) ?? []).filter(({ seq }) => seq > since)
  }

  /** The newest seq of a document here; 0 when there is none. */
  lastSeq(document: DocumentId): Seq {
    return this.#places.get(document)?.at(-1)?.seq ?? 0
  }

  /** Tells when a document was last written in, if it waits here now; what is moved after this call it still knows. */
  whenWritten(): WhenWritten {
    const places = this.#places
    return (document) => {
      const last = places.get(document)?.at(-1)
      return last && readPackedAt(last.record, last.start).at
    }
  }

  /** Whom client ids of a document belong to from here on. */
  claimsOf(document: DocumentId): Map<number, PersonId> {
    const owners = new Map<number, PersonId>()
    for (const { record, start, author } of this.#places.get(document) ?? []) {
      for (const client of readPackedAt(record, start).claims) owners.set(client, author)
    }
    return owners
  }

  /** What waits, oldest first. */
  get batches(): readonly FrontBatch[] {
    return this.#batches
  }

  /** The oldest batches are in the database, for good. */
  moved(batches: readonly FrontBatch[]): void {
    const gone = new Map<DocumentId, number>()
    for (const { places, bytes } of this.#batches.splice(0, batches.length)) {
      this.bytes -= bytes
      for (const { document } of places) gone.set(document, (gone.get(document) ?? 0) + 1)
    }
    // Into a new map: see `Arrivals` in append-queue.ts.
    const rest = new Map<DocumentId, Place[]>()
    for (const [document, places] of this.#places) {
      const left = places.slice(gone.get(document) ?? 0)
      if (left.length > 0) rest.set(document, left)
    }
    this.#places = rest
  }

  /** Removes the files of which nothing is needed any more. A failure costs only their room on the disk. */
  async removeMoved(): Promise<void> {
    const oldest = this.#batches[0]?.file ?? Number.POSITIVE_INFINITY
    const done = this.#closed.filter((file) => file < oldest)
    if (done.length === 0) return
    this.#closed = this.#closed.filter((file) => file >= oldest)
    await this.#disk.remove(done)
  }

  /** Closes its file; when nothing is left in it, its files go too. Nothing is committed from here on. */
  async close(): Promise<void> {
    this.#isClosed = true
    try {
      this.#giveUpFile()
      await this.removeMoved()
    } finally {
      await this.#disk.close()
    }
  }

  async #begin(): Promise<void> {
    this.#isOpen = false
    const head = this.#encoder.begin(this.#end)
    // After a failure the same number is tried again: what the failed try left of that file is replaced.
    await this.#disk.begin(this.#file + 1, head)
    this.#giveUpFile()
    this.#file += 1
    this.#end = head.length
    this.#isOpen = true
  }

  #giveUpFile(): void {
    this.#isOpen = false
    if (this.#file > 0 && !this.#closed.includes(this.#file)) this.#closed.push(this.#file)
  }

  #keep(file: number, entries: readonly FrontEntry[], encoded: EncodedEntries): void {
    if (entries.length === 0) return
    const batch = frontBatch(file, entries, encoded)
    this.#batches.push(batch)
    this.bytes += batch.bytes
    for (const place of batch.places) {
      const known = this.#places.get(place.document)
      if (known) known.push(place)
      else this.#places.set(place.document, [place])
    }
  }
}
