/**
 * How the updates of one entry stand in its one `bytes` column: each as `varUint length, bytes`, in their order. Or, where that is worth it, all of this compressed
 * (raw DEFLATE, RFC 1951) behind a zero: no update is empty, so no entry begins with the length 0.
 */
import { promisify } from 'node:util'
import { deflateRaw, inflateRawSync } from 'node:zlib'
import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding'

const COMPRESSED = 0
/** Below this there is nothing to gain. */
const WORTH_COMPRESSING = 256

const compress = promisify(deflateRaw)

/** Copies the updates into bytes of their own, so that a frame's buffer is not kept alive by the log. */
export function packUpdates(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(packedSize(updates))
  packInto(bytes, 0, updates)
  return bytes
}

/** How many bytes the updates take when packed. */
export function packedSize(updates: readonly Uint8Array[]): number {
  let size = 0
  for (const update of updates) size += lengthSize(update.byteLength) + update.byteLength
  return size
}

/** Packs the updates into `bytes` from `start` on; `packedSize` says how much of them is used. */
export function packInto(bytes: Uint8Array, start: number, updates: readonly Uint8Array[]): void {
  let at = start
  for (const update of updates) {
    let rest = update.byteLength
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[at++] = rest
    bytes.set(update, at)
    at += update.byteLength
  }
}

/** For entries that are kept for good and read seldom: packed and, where that makes them smaller, compressed. Not on the event loop. */
export async function packTightly(updates: readonly Uint8Array[]): Promise<Uint8Array> {
  const packed = packUpdates(updates)
  if (packed.byteLength < WORTH_COMPRESSING) return packed
  const compressed = await compress(packed)
  if (compressed.byteLength >= packed.byteLength) return packed
  const bytes = new Uint8Array(1 + compressed.byteLength)
  bytes[0] = COMPRESSED
  bytes.set(compressed, 1)
  return bytes
}

/** The updates of an entry, as views of its bytes. Throws when the bytes end too early, or are damaged. */
export function unpackUpdates(bytes: Uint8Array): Uint8Array[] {
  const isCompressed = bytes.byteLength > 0 && bytes[0] === COMPRESSED
  const decoder = createDecoder(isCompressed ? inflateRawSync(bytes.subarray(1)) : bytes)
  const updates: Uint8Array[] = []
  while (hasContent(decoder)) updates.push(readVarUint8Array(decoder))
  return updates
}

function lengthSize(length: number): number {
  let size = 1
  for (let rest = length; rest > 127; rest >>>= 7) size++
  return size
}
