/** Somebody who types at the end of what they typed before. Makes the frames of valid Yjs updates by hand, because Yjs itself would cost more than the servers. */
import { randomInt } from 'node:crypto'
import { writeVarUint } from './varint.ts'

const LETTERS = 'the quick brown fox jumps over the lazy dog '
const MAX_FRAME = 125
/** Info byte of a Yjs item holding a string; with its left neighbour named. */
const STRING = 4
const HAS_ORIGIN = 0x80

export class Typist {
  readonly clientId = randomInt(1, 2 ** 32)
  /** How many keystrokes were made: the next one's Yjs clock. */
  clock = 0
  readonly #prefix: Uint8Array
  readonly #mask = [randomInt(1, 256), randomInt(256), randomInt(256), randomInt(256)] as const
  readonly #scratch = new Uint8Array(64)

  /** `prefix` stands before every message: nothing, or the document's name for Hocuspocus. */
  constructor(prefix: Uint8Array) {
    this.#prefix = prefix
    if (prefix.length > 60) throw new Error('The name of the document is too long for frames of one byte of length.')
  }

  /** The next `count` keystrokes as websocket frames, ready to be written in one piece. */
  frames(count: number): Buffer {
    const target = Buffer.allocUnsafe(count * (6 + MAX_FRAME))
    let at = 0
    for (let index = 0; index < count; index += 1) at = this.#writeFrame(target, at)
    return target.subarray(0, at)
  }

  /** The next keystroke as a Yjs update. */
  nextUpdate(): Uint8Array {
    const bytes = this.#scratch
    let at = writeVarUint(bytes, 0, 1)
    at = writeVarUint(bytes, at, 1)
    at = writeVarUint(bytes, at, this.clientId)
    at = writeVarUint(bytes, at, this.clock)
    if (this.clock === 0) {
      // The first one stands in the root text `t`.
      at = writeAll(bytes, at, [STRING, 1, 1, 't'.charCodeAt(0)])
    } else {
      bytes[at] = STRING | HAS_ORIGIN
      at = writeVarUint(bytes, at + 1, this.clientId)
      at = writeVarUint(bytes, at, this.clock - 1)
    }
    at = writeAll(bytes, at, [1, LETTERS.charCodeAt(this.clock % LETTERS.length), 0])
    this.clock += 1
    return bytes.subarray(0, at)
  }

  #writeFrame(target: Buffer, start: number): number {
    const update = this.nextUpdate()
    const payload = start + 6
    target.set(this.#prefix, payload)
    let at = payload + this.#prefix.length
    target[at] = 0
    target[at + 1] = 2
    target[at + 2] = update.length
    at += 3
    for (let index = 0; index < update.length; index += 1) target[at + index] = update[index] ?? 0
    at += update.length
    target[start] = 0x82
    target[start + 1] = 0x80 | (at - payload)
    // A real mask: an all-zero one lets `ws` skip work it has to do for browsers.
    for (let index = 0; index < 4; index += 1) target[start + 2 + index] = this.#mask[index] ?? 0
    for (let index = payload; index < at; index += 1) target[index] = (target[index] ?? 0) ^ (this.#mask[(index - payload) & 3] ?? 0)
    return at
  }
}

function writeAll(target: Uint8Array, start: number, bytes: readonly number[]): number {
  for (const [index, byte] of bytes.entries()) target[start + index] = byte
  return start + bytes.length
}
