/** How the updates of one entry stand in its one `bytes` column: each as `varUint length, bytes`, in their order. */
import { createDecoder, hasContent, readVarUint8Array } from 'lib0/decoding'

/** Copies the updates into bytes of their own, so that a frame's buffer is not kept alive by the log. */
export function packUpdates(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let size = 0
  for (const update of updates) size += lengthSize(update.byteLength) + update.byteLength
  const bytes = new Uint8Array(size)
  let at = 0
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
  return bytes
}

/** The updates of an entry, as views of its bytes. Throws when the bytes end too early. */
export function unpackUpdates(bytes: Uint8Array): Uint8Array[] {
  const decoder = createDecoder(bytes)
  const updates: Uint8Array[] = []
  while (hasContent(decoder)) updates.push(readVarUint8Array(decoder))
  return updates
}

function lengthSize(length: number): number {
  let size = 1
  for (let rest = length; rest > 127; rest >>>= 7) size++
  return size
}
