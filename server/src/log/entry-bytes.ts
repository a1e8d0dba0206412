/** How the updates of one entry are packed: each as `varUint length, bytes`, in their order. */
import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding'

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
    at = writeLength(bytes, at, update.byteLength)
    bytes.set(update, at)
    at += update.byteLength
  }
}

/** The updates of an entry, as views of its bytes. Throws when the bytes end too early. */
export function unpackUpdates(bytes: Uint8Array): Uint8Array[] {
  const decoder = createDecoder(bytes)
  const updates: Uint8Array[] = []
  while (hasContent(decoder)) updates.push(readVarUint8Array(decoder))
  return updates
}

/** Writes a length as a varUint; answers where it ends. */
export function writeLength(bytes: Uint8Array, start: number, length: number): number {
  let at = start
  let rest = length
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[at++] = rest
  return at
}

/** How many bytes `writeLength` takes. */
export function lengthSize(length: number): number {
  let size = 1
  for (let rest = length; rest > 127; rest >>>= 7) size++
  return size
}
