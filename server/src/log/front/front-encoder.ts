/** Writes the records of the front; see front-record.ts. */
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { packedSize, packInto } from '../entry-bytes.ts'
import type { NewEntry } from '../update-log.ts'
import type { FrontEntry } from './front-entry.ts'
import { encodeFileHead, HEAD, MARK_BYTES, sealRecord } from './front-record.ts'

/** A record of entries, and where in it each of them begins. */
export interface EncodedEntries {
  readonly record: Buffer
  readonly starts: readonly number[]
}

/** Bytes a number takes at most, as lib0 writes a whole one, and a letter in UTF-8. */
const VAR_UINT = 8
const UTF8_LETTER = 3
/** A record above this size gets memory of its own, which goes with it. */
const KEPT_MEMORY = 1_048_576

/** Encodes records, one after the other in the same memory: each holds until the next is encoded. */
export class FrontEncoder {
  #memory = Buffer.alloc(0)
  #mark: Buffer = Buffer.alloc(MARK_BYTES)

  /** The head of a new file; the records that follow bear its mark. */
  begin(previousEnd: number): Buffer {
    this.#mark = randomBytes(MARK_BYTES)
    return encodeFileHead({ previousEnd, mark: this.#mark })
  }

  /** Throws a TypeError for numbers that are no whole ones; see `isEncodable`. */
  entries(entries: readonly FrontEntry[]): EncodedEntries {
    let most = HEAD + VAR_UINT
    for (const entry of entries) most += mostOf(entry)
    const record = this.#take(most)
    let at = writeVarUint(record, HEAD, entries.length)
    const starts: number[] = []
    for (const entry of entries) {
      starts.push(at)
      at = writeEntry(record, at, entry)
    }
    return { record: sealRecord(record.subarray(0, at), this.#mark), starts }
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
