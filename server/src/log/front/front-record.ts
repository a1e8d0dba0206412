/**
 * How a commit stands in a file of the front: one record, `magic, length, checksum, body`. The checksum covers the length too, so that a record that was not
 * written to its end, or is damaged, is never taken for a whole one.
 */
import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { FrontEntry } from './front-entry.ts'
import { readEntries, readVarUint } from './read-entry.ts'

export type FrontRecord =
  /** The first of every file: up to where the file before it holds. What stands behind that was never acknowledged. */
  { readonly kind: 'begin'; readonly previousEnd: number } | { readonly kind: 'entries'; readonly entries: readonly FrontEntry[] }

/** A record and where it stands. */
export interface PlacedRecord {
  readonly record: FrontRecord
  readonly start: number
  readonly end: number
}

export const MAGIC = Buffer.from('TdF1', 'latin1')
/** Bytes before the body: magic, length, checksum. */
export const HEAD = 12
/** What the body begins with. */
export const BEGIN = 0
export const ENTRIES = 1

/** The record that begins at `start`; `undefined` when there is no whole one. */
export function readRecord(bytes: Buffer, start: number): PlacedRecord | undefined {
  if (start + HEAD > bytes.length || bytes.compare(MAGIC, 0, 4, start, start + 4) !== 0) return undefined
  const length = bytes.readUInt32LE(start + 4)
  const end = start + HEAD + length
  if (end > bytes.length) return undefined
  const body = bytes.subarray(start + HEAD, end)
  if (crc32(body, length) !== bytes.readUInt32LE(start + 8)) return undefined
  const record = bytes.subarray(start, end)
  if (record[HEAD] === BEGIN) return { record: { kind: 'begin', previousEnd: readVarUint(record, HEAD + 1) }, start, end }
  return { record: { kind: 'entries', entries: readEntries(record, HEAD + 1) }, start, end }
}

/** Where the next whole record begins at or after `from`, if there is one. */
export function findRecord(bytes: Buffer, from: number): PlacedRecord | undefined {
  for (let at = bytes.indexOf(MAGIC, from); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    const found = readRecord(bytes, at)
    if (found) return found
  }
  return undefined
}
