/**
 * What stands in the `bytes` of a row of the log, whose other columns name its last entry: the packed updates of that entry; or `0 7` and several entries in their
 * order, each as `varUint seq, string id, string author, string connection, varUint at, varUint length, packed updates`; or `0` and one of these compressed (raw
 * DEFLATE, RFC 1951). Strings are a varUint length and UTF-8. No update is empty, so packed updates never begin with 0; and nothing compressed begins with 7, for there
 * is no block of that type (3.2.3).
 */
import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import type { Millis, PersonId, Seq } from '@tandem/shared/ids.ts'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { packUpdates, unpackUpdates } from './entry-bytes.ts'
import type { Entry } from './update-log.ts'

const COMPRESSED = Uint8Array.of(0)
/** What several entries stand behind. */
export const SEVERAL = Uint8Array.of(0, 7)
/** A row of several entries grows up to about this size, so that the past can still be read in steps. */
export const ROW_BYTES = 65_536
/** Below this there is nothing to gain. */
const WORTH_COMPRESSING = 256

const compress = promisify(deflateRaw)

export interface RowColumns {
  readonly seq: Seq
  readonly entry_id: string
  readonly author: PersonId
  readonly connection: string
  readonly at: Millis
  readonly bytes: Uint8Array
}

/** The entries of a row, in their order; their updates are views of its bytes where these are not compressed. Throws when the bytes end too early, or are damaged. */
export function readRow({ seq, entry_id: id, author, connection, at, bytes }: RowColumns): Entry[] {
  const plain = isBehind(COMPRESSED, bytes) && !isBehind(SEVERAL, bytes) ? inflateRawSync(bytes.subarray(COMPRESSED.length)) : bytes
  if (!isBehind(SEVERAL, plain)) return [{ seq, id, author, connection, at, updates: unpackUpdates(plain) }]
  const decoder = decoding.createDecoder(plain.subarray(SEVERAL.length))
  const entries: Entry[] = []
  while (decoding.hasContent(decoder)) entries.push(readEntry(decoder))
  return entries
}

/** The bytes of a row of these entries, for rows that are kept for good and read seldom: compressed where that makes them smaller. Not on the event loop. */
export async function tightRowBytes(entries: readonly Entry[]): Promise<Uint8Array> {
  const [first] = entries
  const plain = first && entries.length === 1 ? packUpdates(first.updates) : packSeveral(entries)
  if (plain.byteLength < WORTH_COMPRESSING) return plain
  const compressed = await compress(plain)
  return compressed.byteLength < plain.byteLength ? Buffer.concat([COMPRESSED, compressed]) : plain
}

function isBehind(mark: Uint8Array, bytes: Uint8Array): boolean {
  return bytes.byteLength >= mark.length && mark.every((byte, at) => bytes[at] === byte)
}

function readEntry(decoder: decoding.Decoder): Entry {
  const seq = decoding.readVarUint(decoder)
  const id = decoding.readVarString(decoder)
  const author = decoding.readVarString(decoder) as PersonId
  const connection = decoding.readVarString(decoder)
  const at = decoding.readVarUint(decoder)
  return { seq, id, author, connection, at, updates: unpackUpdates(decoding.readVarUint8Array(decoder)) }
}

function packSeveral(entries: readonly Entry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, SEVERAL)
    for (const { seq, id, author, connection, at, updates } of entries) {
      encoding.writeVarUint(encoder, seq)
      encoding.writeVarString(encoder, id)
      encoding.writeVarString(encoder, author)
      encoding.writeVarString(encoder, connection)
      encoding.writeVarUint(encoder, at)
      encoding.writeVarUint8Array(encoder, packUpdates(updates))
    }
  })
}
