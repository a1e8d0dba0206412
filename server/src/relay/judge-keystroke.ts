/**
 * The update that most keys make, judged without Yjs: one run of plain letters (ASCII) beside something known, by whom its client id belongs to. Yjs makes some twenty
 * objects of it, which were a quarter of what an update leaves to the collector of garbage. Whatever is anything else, or wrong in any way, is left to `judge-update.ts`;
 * where both answer they say the same.
 */
import { createDecoder, type Decoder, hasContent, readUint8 } from 'lib0/decoding'
import type { ClientNumbers } from './client-numbers.ts'
import type { News } from './knowledge.ts'
import { readNumber } from './read-number.ts'
import type { Judged } from './verdict.ts'

/** How Yjs v1 begins an item of text, and whether its left and its right neighbour follow: then its parent does not. */
const TEXT = 4
const LEFT = 0x80
const RIGHT = 0x40
const LAST_ASCII = 127
/** As in `decode-update.ts`. */
const MAX_CLOCK = 2 ** 32

const NONE: readonly never[] = []

/** What the update brings; `undefined` when it is no such update, and nothing is said of it. */
export function judgeKeystroke({ update, author, knowledge, limits }: Judged): News | undefined {
  const decoder = createDecoder(update)
  try {
    // One client id, with one struct.
    if (readNumber(decoder) !== 1 || readNumber(decoder) !== 1) return undefined
    const client = readNumber(decoder)
    const clock = readNumber(decoder)
    const { vector, owners } = knowledge
    if (vector.get(client) !== clock || owners.get(client) !== author || owners.size > limits.clientIds) return undefined
    const info = readUint8(decoder)
    if ((info & ~(LEFT | RIGHT)) !== TEXT || info === TEXT) return undefined
    if ((info & LEFT) !== 0 && !readsKnown(decoder, vector)) return undefined
    if ((info & RIGHT) !== 0 && !readsKnown(decoder, vector)) return undefined
    const length = readPlainText(decoder)
    // Nothing is deleted, and nothing follows.
    if (length === 0 || clock + length > MAX_CLOCK || readNumber(decoder) !== 0 || hasContent(decoder)) return undefined
    return { advances: [[client, clock + length]], claims: NONE, deletes: NONE, isPartlyKnown: false }
  } catch (error) {
    // It ends too early, or a number is none.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** Reads the id of an item, and answers whether it is known. */
function readsKnown(decoder: Decoder, vector: ClientNumbers): boolean {
  const client = readNumber(decoder)
  return readNumber(decoder) < (vector.get(client) ?? 0)
}

/** Reads a text of ASCII letters and answers how many; 0 when it is another. */
function readPlainText(decoder: Decoder): number {
  const length = readNumber(decoder)
  if (length > decoder.arr.length - decoder.pos) return 0
  for (let index = 0; index < length; index += 1) if (readUint8(decoder) > LAST_ASCII) return 0
  return length
}
