/**
 * How a commit stands in a file of the front: one record, `magic, length, checksum, body`. The checksum covers the length too, so that a record that was not
 * written to its end, or is damaged, is never taken for a whole one.
 */
import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { DocumentId, Millis, PersonId } from '@tandem/shared/ids.ts'
import { packedSize, packInto, unpackUpdates } from '../entry-bytes.ts'
import type { NewEntry } from '../update-log.ts'
import type { FrontEntry } from './front-entry.ts'

export type FrontRecord =
  /** The first of every file: up to where the file before it holds. What stands behind that was never acknowledged. */
  { readonly kind: 'begin'; readonly previousEnd: number } | { readonly kind: 'entries'; readonly entries: readonly FrontEntry[] }

/** A record of entries, and where in it each of them begins. */
export interface EncodedEntries {
  readonly record: Buffer
  readonly starts: readonly number[]
}

/** A record and where it stands. */
export interface PlacedRecord {
  readonly record: FrontRecord
  readonly start: number
  readonly end: number
}

const MAGIC = Buffer.from('TdF1', 'latin1')
const HEAD = 12
const BEGIN = 0
const ENTRIES = 1
/** Bytes a number takes at most, as lib0 writes a whole one, and a letter in UTF-8. */
const VAR_UINT = 8
const UTF8_LETTER = 3
/** A record above this size gets memory of its own, which goes with it. */
const KEPT_MEMORY = 1_048_576

/** Encodes records, one after the other in the same memory: each holds until the next is encoded. */
export class FrontEncoder {
  #memory = Buffer.alloc(0)

  begin(previousEnd: number): Buffer {
    const record = this.#take(HEAD + 1 + VAR_UINT)
    record[HEAD] = BEGIN
    return seal(record.subarray(0, writeVarUint(record, HEAD + 1, previousEnd)))
  }

  /** Throws a TypeError for numbers that are no whole ones; see `isEncodable`. */
  entries(entries: readonly FrontEntry[]): EncodedEntries {
    let most = HEAD + 1 + VAR_UINT
    for (const entry of entries) most += mostOf(entry)
    const record = this.#take(most)
    record[HEAD] = ENTRIES
    let at = writeVarUint(record, HEAD + 1, entries.length)
    const starts: number[] = []
    for (const entry of entries) {
      starts.push(at)
      at = writeEntry(record, at, entry)
    }
    return { record: seal(record.subarray(0, at)), starts }
  }

  #take(size: number): Buffer {
    if (size > KEPT_MEMORY) return Buffer.allocUnsafeSlow(size)
    if (size > this.#memory.length) this.#memory = Buffer.allocUnsafeSlow(Math.min(KEPT_MEMORY, 2 * size))
    return this.#memory
  }
}

/** Whether an entry can be written so that it is read as the same. */
export function isEncodable({ at, claims }: NewEntry): boolean {
  return isWhole(at) && claims.every(isWhole)
}

/** The record that begins at `start`; `undefined` when there is no whole one. */
export function readRecord(bytes: Buffer, start: number): PlacedRecord | undefined {
  if (start + HEAD > bytes.length || bytes.compare(MAGIC, 0, 4, start, start + 4) !== 0) return undefined
  const length = bytes.readUInt32LE(start + 4)
  const end = start + HEAD + length
  if (end > bytes.length) return undefined
  const body = bytes.subarray(start + HEAD, end)
  if (crc32(body, length) !== bytes.readUInt32LE(start + 8)) return undefined
  const record = bytes.subarray(start, end)
  const isBegin = record[HEAD] === BEGIN
  return { record: isBegin ? readBegin(record) : { kind: 'entries', entries: readEntries(record) }, start, end }
}

function readBegin(record: Buffer): FrontRecord {
  return { kind: 'begin', previousEnd: new Reader(record, HEAD + 1).varUint() }
}

/** All entries of a whole record. */
function readEntries(record: Buffer): FrontEntry[] {
  const reader = new Reader(record, HEAD + 1)
  return Array.from({ length: reader.varUint() }, () => readEntry(reader))
}

/** The entry that begins at `start` of a record. */
export function readEntryAt(record: Buffer, start: number): FrontEntry {
  return readEntry(new Reader(record, start))
}

/** Where the next whole record begins at or after `from`, if there is one. */
export function findRecord(bytes: Buffer, from: number): PlacedRecord | undefined {
  for (let at = bytes.indexOf(MAGIC, from); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    const found = readRecord(bytes, at)
    if (found) return found
  }
  return undefined
}

/** Tells length and checksum of a record that is written to its end. */
function seal(record: Buffer): Buffer {
  MAGIC.copy(record)
  record.writeUInt32LE(record.length - HEAD, 4)
  record.writeUInt32LE(crc32(record.subarray(HEAD), record.length - HEAD), 8)
  return record
}

/** Bytes that an entry takes at most. */
function mostOf({ document, entry: { id, author, connection, updates, claims } }: FrontEntry): number {
  const letters = document.length + id.length + author.length + connection.length
  return letters * UTF8_LETTER + (8 + claims.length) * VAR_UINT + packedSize(updates)
}

function writeEntry(record: Buffer, start: number, { document, seq, entry }: FrontEntry): number {
  const { id, author, connection, updates, claims } = entry
  let at = writeString(record, start, document)
  at = writeVarUint(record, at, seq)
  at = writeString(record, at, id)
  at = writeString(record, at, author)
  at = writeString(record, at, connection)
  at = writeVarUint(record, at, entry.at)
  at = writeVarUint(record, at, claims.length)
  for (const client of claims) at = writeVarUint(record, at, client)
  const bytes = packedSize(updates)
  at = writeVarUint(record, at, bytes)
  packInto(record, at, updates)
  return at + bytes
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
  /** Where its packed updates stand in the record. */
  readonly from: number
  readonly to: number
}

/** What a row needs of the entry that begins at `start` of a record. */
export function readPackedAt(record: Buffer, start: number): PackedEntry {
  const reader = new Reader(record, start)
  reader.skipString()
  reader.varUint()
  reader.skipString()
  reader.skipString()
  reader.skipString()
  const at = reader.varUint()
  const claims = readClaims(reader)
  const size = reader.varUint()
  return { at, claims, from: reader.at, to: reader.at + size }
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

/** Reads what was written below, in a record that is known to be whole. */
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

/** Ids are plain letters, and short: written one by one they cost a third of a call of the system's. */
function writeString(record: Buffer, start: number, text: string): number {
  const begin = writeVarUint(record, start, text.length)
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index)
    if (letter > 127) return writeAnyString(record, start, text)
    record[begin + index] = letter
  }
  return begin + text.length
}

function writeAnyString(record: Buffer, start: number, text: string): number {
  const at = writeVarUint(record, start, Buffer.byteLength(text))
  return at + record.write(text, at)
}

function writeVarUint(record: Buffer, start: number, value: number): number {
  if (!isWhole(value)) throw new TypeError(`${value} cannot be written.`)
  let at = start
  let rest = value
  while (rest > 127) {
    record[at++] = (rest % 128) | 128
    rest = Math.floor(rest / 128)
  }
  record[at++] = rest
  return at
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
