/** Reads a Yjs update as strictly as Yjs writes it. What passes here cannot make `Y.applyUpdate` or `Y.mergeUpdates` throw half-way or mean two things. */
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip

export interface DecodedUpdate {
  /** In runs of one client id each, the ids descending. */
  readonly structs: readonly Struct[]
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}

/** Beyond it other implementations of Yjs, which count in 32 bits, could not follow. */
const MAX_CLOCK = 2 ** 32
/** Deeper values could overflow a reader with a smaller stack than ours. */
const MAX_DEPTH = 64

class TooMuch extends Error {}

/**
 * `Y.decodeUpdate` reads lazily and forgives much. This decoder sees every struct as it is read, and at the end whether all bytes were.
 * Yjs makes it itself, so the last one made is kept.
 */
class StrictDecoder extends Y.UpdateDecoderV1 {
  static last: StrictDecoder | undefined
  static structsAtMost = 0

  #structs = 0
  #structsOfClient = 1
  #client = Number.MAX_SAFE_INTEGER

  constructor(decoder: Y.UpdateDecoderV1['restDecoder']) {
    super(decoder)
    StrictDecoder.last = this
  }

  override readClient(): number {
    const client = super.readClient()
    // Yjs writes clients in descending order. A second run of one client would silently replace the first.
    if (!(client < this.#client) || this.#structsOfClient === 0) throw new TooMuch('clients out of order')
    this.#client = client
    this.#structsOfClient = 0
    return client
  }

  override readInfo(): number {
    this.#structsOfClient += 1
    this.#structs += 1
    if (this.#structs > StrictDecoder.structsAtMost) throw new TooMuch('too many structs')
    return super.readInfo()
  }

  override readAny(): unknown {
    return shallow(super.readAny(), MAX_DEPTH)
  }

  override readJSON(): unknown {
    return shallow(super.readJSON(), MAX_DEPTH)
  }

  get isComplete(): boolean {
    const { pos, arr } = this.restDecoder as { readonly pos: number; readonly arr: Uint8Array }
    return pos === arr.length && this.#structsOfClient > 0
  }
}

function shallow(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (depth === 0) throw new TooMuch('too deep')
  for (const child of Object.values(value)) shallow(child, depth - 1)
  return value
}

/** Said of what it must be, for Yjs may have read NaN or Infinity (see read-number.ts), and NaN is never too large. */
function isStretch(client: number, clock: number, length: number): boolean {
  return Number.isSafeInteger(client) && clock >= 0 && length >= 1 && clock + length <= MAX_CLOCK
}

/** Decodes an update; `undefined` when it is not exactly one well-formed update of at most `structsAtMost` structs. */
export function decodeUpdate(update: Uint8Array, structsAtMost: number): DecodedUpdate | undefined {
  StrictDecoder.structsAtMost = structsAtMost
  let decoded: ReturnType<typeof Y.decodeUpdateV2>
  try {
    decoded = Y.decodeUpdateV2(update, StrictDecoder)
  } catch (error) {
    // Whatever the bytes made the decoder stumble over, they are not an update.
    if (error instanceof Error) return undefined
    throw error
  }
  if (!StrictDecoder.last?.isComplete) return undefined
  for (const { id, length } of decoded.structs) if (!isStretch(id.client, id.clock, length)) return undefined
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) if (!isStretch(client, clock, len)) return undefined
  }
  return { structs: decoded.structs, deletes: decoded.ds.clients }
}
