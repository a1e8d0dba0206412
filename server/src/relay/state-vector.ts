/** How much of each Yjs client id is known: every clock below the number. */
import { createDecoder, hasContent, readVarUint } from 'lib0/decoding'
import * as Y from 'yjs'

export type StateVector = Map<number, number>

/** Reads a state vector; `undefined` when the bytes are not exactly one. */
export function parseStateVector(bytes: Uint8Array): StateVector | undefined {
  const vector: StateVector = new Map()
  const decoder = createDecoder(bytes)
  try {
    for (let count = readVarUint(decoder); count > 0; count--) vector.set(readVarUint(decoder), readVarUint(decoder))
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
  return hasContent(decoder) ? undefined : vector
}

export function encodeStateVector(vector: StateVector): Uint8Array {
  return Y.encodeStateVector(vector)
}

/** Whether everything in `part` is also in `whole`. */
export function covers(whole: StateVector, part: StateVector): boolean {
  for (const [client, clock] of part) if ((whole.get(client) ?? 0) < clock) return false
  return true
}
