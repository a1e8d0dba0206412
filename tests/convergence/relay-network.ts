/** A network as the relay makes it: one log, everybody hears it in order and as it was sent; who was cut off comes back with all they have, before they hear what they missed. */
import { applyHeard } from '@tandem/shared/document/rescue/heard-update.ts'
import * as Y from 'yjs'
import type { Network } from './bad-network.ts'
import type { Random } from './random.ts'

const ORIGIN = 'network'

interface Member {
  readonly doc: Y.Doc
  readonly unsent: Uint8Array[]
  /** How much of the log they have heard. */
  heard: number
  isCut: boolean
}

export class RelayNetwork implements Network {
  readonly #random: Random
  readonly #members: Member[] = []
  readonly #log: { readonly from: Member; readonly update: Uint8Array }[] = []
  readonly #relayed = new Y.Doc()

  constructor(random: Random, seed: Uint8Array) {
    this.#random = random
    Y.applyUpdate(this.#relayed, seed)
  }

  connect(doc: Y.Doc): void {
    const member: Member = { doc, unsent: [], heard: 0, isCut: false }
    this.#members.push(member)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== ORIGIN && !member.isCut) member.unsent.push(update)
    })
  }

  cut(doc: Y.Doc): void {
    const member = this.#members.find((each) => each.doc === doc)
    if (!member) return
    for (let next = member.unsent.shift(); next; next = member.unsent.shift()) this.#commit(member, next)
    member.isCut = true
  }

  mend(doc: Y.Doc): void {
    const member = this.#members.find((each) => each.doc === doc && each.isCut)
    if (!member) return
    member.isCut = false
    member.unsent.length = 0
    this.#commit(member, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.#relayed)))
  }

  deliverOne(): void {
    const reachable = this.#members.filter(({ isCut }) => !isCut)
    if (reachable.length === 0) return
    const member = this.#random.pick(reachable)
    const next = this.#random.chance(50) ? member.unsent.shift() : undefined
    if (next) this.#commit(member, next)
    else this.#hear(member)
  }

  heal(): boolean {
    let isNews = false
    for (const { doc } of this.#members) this.mend(doc)
    while (this.#members.some(({ unsent, heard }) => unsent.length > 0 || heard < this.#log.length)) {
      isNews = true
      for (const member of this.#members) {
        const next = member.unsent.shift()
        if (next) this.#commit(member, next)
        this.#hear(member)
      }
    }
    return isNews
  }

  #commit(from: Member, update: Uint8Array): void {
    Y.applyUpdate(this.#relayed, update)
    this.#log.push({ from, update })
  }

  #hear(member: Member): void {
    const entry = this.#log[member.heard]
    if (!entry) return
    member.heard += 1
    if (entry.from !== member) applyHeard(member.doc, entry.update, ORIGIN)
  }
}
