/** How much of each Yjs client id is known: every clock below the number. */
import { createDecoder, hasContent } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { ClientNumbers } from './client-numbers.ts'
import { readNumber } from './read-number.ts'

export type StateVector = Map<number, number>

/** Reads a state vector; `undefined` when the bytes are not exactly one. */
export function parseStateVector(bytes: Uint8Array): StateVector | undefined {
  const vector: StateVector = new Map()
  const decoder = createDecoder(bytes)
  try {
    for (let count = readNumber(decoder); count > 0; count--) vector.set(readNumber(decoder), readNumber(decoder))
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
  return hasContent(decoder) ? undefined : vector
}

/** As Yjs writes it: the highest client first. */
export function encodeStateVector(vector: ClientNumbers): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, vector.size)
  for (let place = vector.size - 1; place >= 0; place -= 1) for (const number of vector.at(place)) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

/** Whether everything in `part` is also in `whole`. */
export function covers(whole: StateVector, part: StateVector): boolean {
  for (const [client, clock] of part) if ((whole.get(client) ?? 0) < clock) return false
  return true
}
