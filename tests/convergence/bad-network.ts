/** A network between documents that loses order, doubles and cuts, and heals as a real connection does: by exchanging what the other lacks. */
import { applyHeard } from '@tandem/shared/document/rescue/heard-update.ts'
import * as Y from 'yjs'
import type { Random } from './random.ts'

const ORIGIN = 'network'

interface Parcel {
  readonly to: Y.Doc
  readonly update: Uint8Array
}

export interface Network {
  connect(doc: Y.Doc): void
  cut(doc: Y.Doc): void
  mend(doc: Y.Doc): void
  deliverOne(): void
  heal(): boolean
}

export class BadNetwork implements Network {
  readonly #random: Random
  readonly #docs: Y.Doc[] = []
  readonly #cut = new Set<Y.Doc>()
  #underWay: Parcel[] = []

  constructor(random: Random) {
    this.#random = random
  }

  connect(doc: Y.Doc): void {
    this.#docs.push(doc)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === ORIGIN || this.#cut.has(doc)) return
      for (const to of this.#docs) if (to !== doc && !this.#cut.has(to)) this.#underWay.push({ to, update })
    })
  }

  /** Somebody's connection breaks: what was under way to them is lost, what they write stays with them. */
  cut(doc: Y.Doc): void {
    this.#cut.add(doc)
    this.#underWay = this.#underWay.filter((parcel) => parcel.to !== doc)
  }

  /** The connection is back and catches up with one other. */
  mend(doc: Y.Doc): void {
    if (!this.#cut.delete(doc)) return
    for (const other of this.#docs) if (!this.#cut.has(other)) this.#exchange(doc, other)
  }

  /** Lets one parcel arrive, any of them, perhaps twice. */
  deliverOne(): void {
    if (this.#underWay.length === 0) return
    const index = this.#random.below(this.#underWay.length)
    const [parcel] = this.#random.chance(10) ? this.#underWay.slice(index, index + 1) : this.#underWay.splice(index, 1)
    if (parcel) applyHeard(parcel.to, parcel.update, ORIGIN)
  }

  /** Everybody is back and has everything. Answers whether anybody had lacked anything. */
  heal(): boolean {
    this.#cut.clear()
    const before = this.#docs.map(stateOf)
    this.#underWay = []
    for (const doc of this.#docs) for (const other of this.#docs) if (doc !== other) this.#exchange(doc, other)
    return this.#docs.some((doc, index) => stateOf(doc) !== before[index])
  }

  #exchange(a: Y.Doc, b: Y.Doc): void {
    applyHeard(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), ORIGIN)
    applyHeard(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), ORIGIN)
  }
}

/** What a document holds, structs and deletions, as one comparable string. */
export function stateOf(doc: Y.Doc): string {
  return Buffer.from(Y.encodeSnapshotV2(Y.snapshot(doc))).toString('base64')
}
