/** Reads the entries of a record that is known to be whole; front-encoder.ts writes them. */
import type { Buffer } from 'node:buffer'
import type { DocumentId, Millis, PersonId } from '@tandem/shared/ids.ts'
import { unpackUpdates } from '../entry-bytes.ts'
import type { FrontEntry } from './front-entry.ts'

/** All entries, from where their number stands. */
export function readEntries(record: Buffer, start: number): FrontEntry[] {
  const reader = new Reader(record, start)
  return Array.from({ length: reader.varUint() }, () => readEntry(reader))
}

/** The entry that begins at `start` of a record. */
export function readEntryAt(record: Buffer, start: number): FrontEntry {
  return readEntry(new Reader(record, start))
}

function readEntry(reader: Reader): FrontEntry {
  const document = reader.string() as DocumentId
  const seq = reader.varUint()
  const id = reader.string()
  const author = reader.string() as PersonId
  const connection = reader.string()
  const at = reader.varUint()
  const claims = readClaims(reader)
  return { document, seq, entry: { id, author, connection, at, claims, updates: unpackUpdates(reader.bytes()) } }
}

/** What is read of an entry when it becomes part of a row: its updates stay packed. */
export interface PackedEntry {
  readonly at: Millis
  readonly claims: readonly number[]
  /** Where in the record stands what names it, from its seq to its time. */
  readonly headFrom: number
  readonly headTo: number
  /** Where its packed updates stand. */
  readonly from: number
  readonly to: number
}

/** What a row needs of the entry that begins at `start` of a record. */
export function readPackedAt(record: Buffer, start: number): PackedEntry {
  const reader = new Reader(record, start)
  reader.skipString()
  const headFrom = reader.at
  reader.varUint()
  reader.skipString()
  reader.skipString()
  reader.skipString()
  const at = reader.varUint()
  const headTo = reader.at
  const claims = readClaims(reader)
  const size = reader.varUint()
  return { at, claims, headFrom, headTo, from: reader.at, to: reader.at + size }
}

/** The id of the entry that begins at `start` of a record. */
export function readIdAt(record: Buffer, start: number): string {
  const reader = new Reader(record, start)
  reader.skipString()
  reader.varUint()
  return reader.string()
}

const NO_CLAIMS: readonly number[] = []

function readClaims(reader: Reader): readonly number[] {
  const count = reader.varUint()
  return count === 0 ? NO_CLAIMS : Array.from({ length: count }, () => reader.varUint())
}

class Reader {
  readonly #record: Buffer
  /** Where the next value begins. */
  at: number

  constructor(record: Buffer, at: number) {
    this.#record = record
    this.at = at
  }

  varUint(): number {
    let value = 0
    let place = 1
    for (;;) {
      const byte = this.#record[this.at++] ?? 0
      value += (byte & 127) * place
      if (byte < 128) return value
      place *= 128
    }
  }

  string(): string {
    const length = this.varUint()
    this.at += length
    return this.#record.toString('utf8', this.at - length, this.at)
  }

  skipString(): void {
    const length = this.varUint()
    this.at += length
  }

  /** A view. */
  bytes(): Uint8Array {
    const length = this.varUint()
    this.at += length
    return this.#record.subarray(this.at - length, this.at)
  }
}
