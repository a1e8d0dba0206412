/**
 * How commits stand in a file of the front: after a head of the file one record each, `mark, length, checksum, body`. The checksum covers the length too, so that a record
 * that was not written to its end, or is damaged, is never taken for a whole one. The mark is drawn at random for each file and told in its head: what people
 * write stands in the records, and nobody can write what would be taken for one.
 */
import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { FrontEntry } from './front-entry.ts'
import { readEntries } from './read-entry.ts'

/**
 * What a file begins with: magic, up to where the file before it holds, the mark, checksum; and the same again a page later, for without the mark nothing of the file is read.
 * What stands behind `previousEnd` in the file before was never acknowledged.
 */
export interface FileHead {
  readonly previousEnd: number
  readonly mark: Buffer
}

/** A record and where it stands. */
export interface PlacedRecord {
  readonly entries: readonly FrontEntry[]
  readonly start: number
  readonly end: number
}

const MAGIC = Buffer.from('TdF2', 'latin1')
export const MARK_BYTES = 8
const MARK_AT = MAGIC.length + 8
const CHECKSUM_AT = MARK_AT + MARK_BYTES
const ONE_HEAD_BYTES = CHECKSUM_AT + 4
/** Two heads that lie in one page of no disk. */
const SECOND_HEAD_AT = 4096
export const FILE_HEAD_BYTES = SECOND_HEAD_AT + ONE_HEAD_BYTES
/** Bytes before the body of a record: mark, length, checksum. */
export const HEAD = MARK_BYTES + 8

export function encodeFileHead({ previousEnd, mark }: FileHead): Buffer {
  const head = Buffer.alloc(ONE_HEAD_BYTES)
  MAGIC.copy(head)
  head.writeDoubleLE(previousEnd, MAGIC.length)
  mark.copy(head, MARK_AT)
  head.writeUInt32LE(crc32(head.subarray(0, CHECKSUM_AT)), CHECKSUM_AT)
  return Buffer.concat([head, Buffer.alloc(SECOND_HEAD_AT - ONE_HEAD_BYTES), head])
}

/** `undefined` when the file begins with something else. */
export function readFileHead(bytes: Buffer): FileHead | undefined {
  return readOneHead(bytes) ?? readOneHead(bytes.subarray(SECOND_HEAD_AT))
}

/** Whether this may be all that the disk has of a head that was being written: then nothing was acknowledged behind it. */
export function isCutOffHead(bytes: Buffer): boolean {
  return bytes.length <= FILE_HEAD_BYTES && (bytes.every((byte) => byte === 0) || MAGIC.subarray(0, bytes.length).equals(bytes.subarray(0, MAGIC.length)))
}

function readOneHead(bytes: Buffer): FileHead | undefined {
  if (bytes.length < ONE_HEAD_BYTES || bytes.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) !== 0) return undefined
  if (crc32(bytes.subarray(0, CHECKSUM_AT)) !== bytes.readUInt32LE(CHECKSUM_AT)) return undefined
  return { previousEnd: bytes.readDoubleLE(MAGIC.length), mark: bytes.subarray(MARK_AT, CHECKSUM_AT) }
}

/** Completes a record that is written to its end. */
export function sealRecord(record: Buffer, mark: Buffer): Buffer {
  mark.copy(record)
  const length = record.length - HEAD
  record.writeUInt32LE(length, MARK_BYTES)
  record.writeUInt32LE(crc32(record.subarray(HEAD), length), MARK_BYTES + 4)
  return record
}

/** The record that begins at `start`; `undefined` when there is no whole one. */
export function readRecord(bytes: Buffer, start: number, mark: Buffer): PlacedRecord | undefined {
  if (start + HEAD > bytes.length || bytes.compare(mark, 0, MARK_BYTES, start, start + MARK_BYTES) !== 0) return undefined
  const length = bytes.readUInt32LE(start + MARK_BYTES)
  const end = start + HEAD + length
  if (length === 0 || end > bytes.length) return undefined
  if (crc32(bytes.subarray(start + HEAD, end), length) !== bytes.readUInt32LE(start + MARK_BYTES + 4)) return undefined
  return { entries: readEntries(bytes.subarray(start, end), HEAD), start, end }
}

/** How much of a file a disk may not have yet while it has what stands behind it. */
const PAGE = 4096

/**
 * Whether what stands from `start` to the end of a file, which is no whole record, may be what the disk has of one that was being written: its end is missing, or pages
 * of it are. Anything else was a whole record once.
 */
export function isCutOffRecord(bytes: Buffer, start: number, mark: Buffer): boolean {
  const left = bytes.subarray(start)
  if (hasEmptyPage(bytes, start)) return true
  const known = Math.min(left.length, MARK_BYTES)
  if (!left.subarray(0, known).equals(mark.subarray(0, known))) return false
  return left.length < HEAD || HEAD + left.readUInt32LE(MARK_BYTES) > left.length
}

/** Whether all that stands on one page of the file from `start` on is zeros. */
function hasEmptyPage(bytes: Buffer, start: number): boolean {
  for (let at = start; at < bytes.length; at = at - (at % PAGE) + PAGE) {
    if (bytes.subarray(at, at - (at % PAGE) + PAGE).every((byte) => byte === 0)) return true
  }
  return false
}

/** Where the next whole record begins at or after `from`, if there is one. */
export function findRecord(bytes: Buffer, from: number, mark: Buffer): PlacedRecord | undefined {
  for (let at = bytes.indexOf(mark, from); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    const found = readRecord(bytes, at, mark)
    if (found) return found
  }
  return undefined
}
