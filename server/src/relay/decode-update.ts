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

/** How Yjs names a struct that holds a whole document of its own. It makes one for each that it reads; a journal has none. */
const SUBDOCUMENT = 9
const CONTENT_BITS = 31

class TooMuch extends Error {}

/** What an update may hold. */
interface Bounds {
  /** Structs and values together: each takes some microseconds of everybody's time. Deleted ranges are not counted: whoever joins repeats all there are, and takes none of them back. */
  readonly parts: number
  readonly subdocuments: boolean
}

/** What the log holds was judged when it came, perhaps by a program that allowed more. */
const STORED: Bounds = { parts: Number.POSITIVE_INFINITY, subdocuments: true }

/**
 * `Y.decodeUpdate` reads lazily and forgives much. This decoder sees every struct as it is read, and at the end whether all bytes were.
 * Yjs makes it itself, so the last one made is kept.
 */
class StrictDecoder extends Y.UpdateDecoderV1 {
  static last: StrictDecoder | undefined
  static bounds = STORED

  #parts = 0
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
    this.#countPart()
    const info = super.readInfo()
    if ((info & CONTENT_BITS) === SUBDOCUMENT && !StrictDecoder.bounds.subdocuments) throw new TooMuch('a document in the document')
    return info
  }

  override readAny(): unknown {
    return this.#shallow(super.readAny(), MAX_DEPTH)
  }

  override readJSON(): unknown {
    return this.#shallow(super.readJSON(), MAX_DEPTH)
  }

  get isComplete(): boolean {
    const { pos, arr } = this.restDecoder as { readonly pos: number; readonly arr: Uint8Array }
    return pos === arr.length && this.#structsOfClient > 0
  }

  #countPart(): void {
    this.#parts += 1
    if (this.#parts > StrictDecoder.bounds.parts) throw new TooMuch('too many parts')
  }

  #shallow(value: unknown, depth: number): unknown {
    this.#countPart()
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
    if (depth === 0) throw new TooMuch('too deep')
    for (const child of Object.values(value)) this.#shallow(child, depth - 1)
    return value
  }
}

/** Said of what it must be, for Yjs may have read NaN or Infinity (see read-number.ts), and NaN is never too large. */
function isStretch(client: number, clock: number, length: number): boolean {
  return Number.isSafeInteger(client) && clock >= 0 && length >= 1 && clock + length <= MAX_CLOCK
}

/** Decodes a received update; `undefined` when it is not exactly one well-formed update, of at most so many structs and values. */
export function decodeUpdate(update: Uint8Array, partsAtMost: number): DecodedUpdate | undefined {
  return decode(update, { parts: partsAtMost, subdocuments: false })
}

/** Decodes an update of the log. Throws when it is none. */
export function decodeStored(update: Uint8Array): DecodedUpdate {
  const decoded = decode(update, STORED)
  if (!decoded) throw new Error('The log holds bytes that are not an update.')
  return decoded
}

function decode(update: Uint8Array, bounds: Bounds): DecodedUpdate | undefined {
  StrictDecoder.bounds = bounds
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
