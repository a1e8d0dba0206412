/** Frames no honest program sends: honest ones with bytes changed, updates with one field wrong, and plain noise. A seed makes them again. */
import type { Encoder } from 'lib0/encoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Random } from '../convergence/random.ts'
import { awarenessFrame } from '../support/wire-client.ts'
import { writer } from '../relay/scene.ts'
import { type Point, rawAwareness, type StructParts, syncFrame, updateBytes, writeNumber } from './update-bytes.ts'

const CLOCKS = [0, 1, 5, 1000, 2 ** 31, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, NaN, Infinity]
const LENGTHS = [0, 1, 2, 127, 128, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER, NaN, Infinity]
const JSONS = ['null', '{}', '[]', '1', '"x"', '{', '', 'undefined', '{"__proto__":{"admin":true}}', '{"user":{"name":"Ben"}}', '['.repeat(500), '\u0000']

/** Makes frames around a document that exists: its client ids are known, and not the sender's. */
export class HostileFrames {
  readonly #random: Random
  readonly #honest: readonly Uint8Array[]
  readonly #known: readonly number[]

  constructor(random: Random, known: Y.Doc) {
    this.#random = random
    this.#known = [...Y.decodeStateVector(Y.encodeStateVector(known)).keys()]
    this.#honest = honestFrames(known)
  }

  /** An honest frame that was damaged, or a made one with hostile fields. */
  mutated(): Uint8Array {
    return this.#random.chance(50) ? this.#damaged() : this.#crafted()
  }

  random(): Uint8Array {
    const { below, chance } = this.#random
    const bytes = Uint8Array.from({ length: below(chance(5) ? 2000 : 64) }, () => below(256))
    // Half of them reach further than the first byte.
    if (bytes.length > 2 && chance(50)) bytes.set([0, below(3)])
    return bytes
  }

  #damaged(): Uint8Array {
    const { below, chance, pick } = this.#random
    const frame = pick(this.#honest)
    const bytes = frame.slice(0, chance(20) ? below(frame.length + 1) : frame.length)
    for (let change = below(4); change >= 0 && bytes.length > 0; change--) bytes[below(bytes.length)] = below(256)
    return bytes
  }

  #crafted(): Uint8Array {
    const { below, chance, pick } = this.#random
    if (chance(10)) return rawAwareness([[this.#client(), pick(CLOCKS), pick(JSONS)]], chance(80) ? 1 : pick(LENGTHS))
    if (chance(5)) return syncFrame(0, vectorBytes([[this.#client(), pick(CLOCKS)]], chance(70) ? 1 : pick(LENGTHS)))
    const structs = Array.from({ length: 1 + below(3) }, () => this.#struct())
    const clients = Array.from({ length: 1 + below(2) }, () => ({
      client: this.#client(),
      clock: this.#clock(),
      structs,
      ...(chance(10) ? { count: pick(LENGTHS) } : {}),
    }))
    const deletes = chance(30)
      ? [{ client: this.#client(), ranges: [[this.#clock(), this.#length()] as const], ...(chance(10) ? { count: pick(LENGTHS) } : {}) }]
      : []
    return syncFrame(1 + below(2), updateBytes({ clients, deletes, ...(chance(5) ? { clientCount: pick(LENGTHS) } : {}) }))
  }

  #struct(): StructParts {
    const { below, chance, pick } = this.#random
    const content = chance(10) ? below(32) : pick([0, 1, 4, 4, 4, 5, 6, 7, 8, 9])
    const [left, right] = [chance(25), chance(10)]
    return {
      info: content | (left ? 0x80 : 0) | (right ? 0x40 : 0) | (chance(20) ? 0x20 : 0),
      ...(left ? { origin: this.#point() } : {}),
      ...(right ? { rightOrigin: this.#point() } : {}),
      parent: chance(60) ? pick(['scratch', 'pages', 'facts', 'meta', '__proto__', '']) : this.#point(),
      key: pick(['key', '__proto__', 'constructor', '']),
      content: (encoder) => this.#content(encoder, content),
    }
  }

  #content(encoder: Encoder, ref: number): void {
    const { below, pick } = this.#random
    if (ref === 1 || ref === 0 || ref === 10) return writeNumber(encoder, this.#length())
    if (ref === 2 || ref === 8) writeNumber(encoder, this.#length())
    if (ref === 7) return encoding.writeVarUint(encoder, pick([0, 1, 2, 4, 6, 7, below(99)]))
    if (ref === 8) return encoding.writeAny(encoder, pick([null, true, 'x', 1n, { __proto__: null, a: [1, 2] }, new Uint8Array(3)]))
    if (ref === 3) return encoding.writeVarUint8Array(encoder, Uint8Array.of(1, 2, 3))
    if (ref === 6) encoding.writeVarString(encoder, pick(['link', 'bold', '__proto__']))
    encoding.writeVarString(encoder, pick(this.#random.chance(20) ? [...JSONS, '\ud800'] : ['"words"', 'null', '7']))
  }

  #client(): number {
    const { below, chance, pick } = this.#random
    if (chance(40)) return pick(this.#known)
    return chance(95) ? below(2 ** 31 - 1) : pick(CLOCKS)
  }

  #point(): Point {
    return { client: this.#client(), clock: this.#clock() }
  }

  /** Mostly one that could be, so that a frame is wrong in one place and not in all. */
  #clock(): number {
    const { below, chance, pick } = this.#random
    return chance(15) ? pick(CLOCKS) : chance(60) ? 0 : below(30)
  }

  #length(): number {
    return this.#random.chance(15) ? this.#random.pick(LENGTHS) : 1
  }
}

/** A state vector as bytes. */
export function vectorBytes(entries: readonly (readonly [client: number, clock: number])[], count = entries.length): Uint8Array {
  return encoding.encode((encoder) => {
    writeNumber(encoder, count)
    for (const [client, clock] of entries) {
      writeNumber(encoder, client)
      writeNumber(encoder, clock)
    }
  })
}

/** As honest programs send them: known words, a step 2, new words, words after a gap, a step 1, presence. */
function honestFrames(known: Y.Doc): Uint8Array[] {
  const gap = writer()
  gap.write('never sent')
  const more = writer()
  Y.applyUpdate(more.doc, Y.encodeStateAsUpdate(known))
  return [
    syncFrame(2, Y.encodeStateAsUpdate(known)),
    syncFrame(1, Y.encodeStateAsUpdate(known)),
    syncFrame(2, more.write(' more')),
    syncFrame(2, more.erase(3)),
    syncFrame(1, Y.encodeStateAsUpdate(more.doc)),
    syncFrame(2, gap.write('after a gap')),
    syncFrame(0, Y.encodeStateVector(known)),
    awarenessFrame([[known.clientID, 7, { caret: 3 }]]),
  ]
}
