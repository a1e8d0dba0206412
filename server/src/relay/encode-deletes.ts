/** A Yjs update that holds deletions only. */
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { DeletedRange } from './deleted-ranges.ts'

/** Encodes the ranges as Yjs does: no structs, then the clients in descending order with their ranges. */
export function encodeDeletes(ranges: readonly DeletedRange[]): Uint8Array {
  const byClient = Map.groupBy(ranges, (range) => range.client)
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeVarUint(encoder, byClient.size)
  for (const [client, own] of [...byClient].toSorted(([a], [b]) => b - a)) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, own.length)
    for (const { clock, length } of own) {
      writeVarUint(encoder, clock)
      writeVarUint(encoder, length)
    }
  }
  return toUint8Array(encoder)
}
