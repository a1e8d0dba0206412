/** Reads a whole number as lib0 writes it (varuint). */
import { type Decoder, readVarUint } from 'lib0/decoding'

/**
 * Throws for whatever is none. Of one that is written with far too many bytes `readVarUint` makes NaN or Infinity, and NaN is neither too large nor too small; `writeVarUint`
 * never ends with Infinity.
 */
export function readNumber(decoder: Decoder): number {
  const number = readVarUint(decoder)
  if (!Number.isSafeInteger(number)) throw new RangeError('not a whole number')
  return number
}
