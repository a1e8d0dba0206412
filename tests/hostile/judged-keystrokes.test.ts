/** The two ways in which the judge reads an update: by hand where it can, else with Yjs. */
import { judgeKeystroke } from '@tandem/server/relay/judge-keystroke.ts'
import { judgeAny } from '@tandem/server/relay/judge-update.ts'
import { type Knowledge, learn, newKnowledge } from '@tandem/server/relay/knowledge.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '../convergence/random.ts'
import { type Point, updateBytes } from './update-bytes.ts'

const ANA = 'ana' as PersonId
const BEN = 'ben' as PersonId
/** The last one has written nearly as much as one can. */
const CLIENTS = [3, 300, 2 ** 31 + 7, 77]
const LAST_CLOCK = 2 ** 32
const TEXTS = ['', 'x', 'two words', 'é', '👩🏽‍🏫', '\u0000', '\uD800']
const ROUNDS = 40_000

test('[R8] a keystroke read by hand is judged as Yjs’s reading of it, over forty thousand of them, most of which are wrong somewhere', () => {
  const random = createRandom(20_261_126)
  const knowledge = newKnowledge()
  learn(
    knowledge,
    {
      advances: [
        [3, 5],
        [300, 2],
        [77, LAST_CLOCK - 12],
      ],
      claims: [3, 300, 77],
      deletes: [],
      isPartlyKnown: false,
    },
    ANA,
  )
  learn(knowledge, { advances: [[2 ** 31 + 7, 1]], claims: [2 ** 31 + 7], deletes: [], isPartlyKnown: false }, BEN)
  let accepted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const whole = random.chance(5) ? parentLikeText(random, knowledge) : keystroke(random, knowledge)
    const update = random.chance(50) ? whole : damaged(random, whole)
    const judged = { update, author: random.chance(80) ? ANA : BEN, knowledge, limits: { structs: 1000, clientIds: random.chance(99) ? 100 : 2 } }
    const news = judgeKeystroke(judged)
    if (!news) continue
    expect(judgeAny(judged)).toEqual({ kind: 'new', news })
    accepted += 1
    learn(knowledge, news, judged.author)
  }
  expect(accepted).toBeGreaterThan(1000)
  expect(knowledge.vector.get(77)).toBe(LAST_CLOCK)
})

/** Somebody who types into a line that already says something; each act gives the update that it makes. */
function typist() {
  const doc = new Y.Doc()
  doc.clientID = 7
  const line = new Y.XmlText()
  const knowledge = newKnowledge()
  const limits = { structs: 1000, clientIds: 1 }
  let update = new Uint8Array()
  doc.on('update', (made: Uint8Array) => {
    update = new Uint8Array(made)
  })
  return {
    line,
    /** Whether what it sends is read by hand; Yjs's reading lets it in in any case. */
    isByHand: (act: () => void): boolean => {
      act()
      const judged = { update, author: ANA, knowledge, limits }
      const verdict = judgeAny(judged)
      if (verdict.kind !== 'new') throw new Error(`what Yjs made is ${verdict.kind}`)
      const byHand = judgeKeystroke(judged) !== undefined
      learn(knowledge, verdict.news, ANA)
      return byHand
    },
    begin: () => doc.getXmlFragment('page').insert(0, [line]),
  }
}

test('a plain letter beside another is read by hand, as Yjs writes it', () => {
  const { line, isByHand, begin } = typist()
  isByHand(begin)
  isByHand(() => line.insert(0, 'Grüße'))
  expect(isByHand(() => line.insert(5, '!'))).toBe(true)
  expect(isByHand(() => line.insert(0, '>'))).toBe(true)
  expect(isByHand(() => line.insert(3, 'oo'))).toBe(true)
})

test('whatever else a key does is left to Yjs', () => {
  const { line, isByHand, begin } = typist()
  expect(isByHand(begin)).toBe(false)
  expect(isByHand(() => line.insert(0, 'a'))).toBe(false)
  expect(isByHand(() => line.insert(1, 'ä'))).toBe(false)
  expect(isByHand(() => line.delete(0, 1))).toBe(false)
  expect(isByHand(() => line.insert(1, 'b', { bold: true }))).toBe(false)
})

function textOf(text: string, { origin, rightOrigin }: { readonly origin?: Point; readonly rightOrigin?: Point }) {
  return {
    info: 4 | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0),
    ...(origin ? { origin } : {}),
    ...(rightOrigin ? { rightOrigin } : {}),
    parent: 't',
    content: (encoder: encoding.Encoder) => encoding.writeVarString(encoder, text),
  }
}

/** A text where its client stands, or nearly there, beside something known, or nearly so. */
function keystroke({ below, chance, pick }: Random, { vector }: Knowledge): Uint8Array {
  const near = (client: number) => Math.max(0, (vector.get(client) ?? 0) + (chance(90) ? 0 : below(3) - 1))
  const point = (): Point => {
    const client = pick(CLIENTS)
    return { client, clock: chance(10) ? near(client) : below(Math.min(1000, vector.get(client) ?? 1)) }
  }
  const client = pick(CLIENTS)
  const structs = Array.from({ length: chance(95) ? 1 : 2 }, () =>
    textOf(chance(70) ? 'k' : pick(TEXTS), { ...(chance(80) ? { origin: point() } : {}), ...(chance(30) ? { rightOrigin: point() } : {}) }),
  )
  return updateBytes({ clients: [{ client, clock: near(client), structs }], deletes: chance(95) ? [] : [{ client: 3, ranges: [[0, 1]] }] })
}

/** A text without neighbours, which says where it belongs instead: in bytes that could be taken for its letters. */
function parentLikeText({ below, pick }: Random, { vector }: Knowledge): Uint8Array {
  const client = pick(CLIENTS)
  return encoding.encode((encoder) => {
    for (const value of [1, 1, client, vector.get(client) ?? 0]) encoding.writeVarUint(encoder, value)
    for (const byte of [4, 4, pick([3, 77]), below(5), 1, 0x6b]) encoding.writeUint8(encoder, byte)
    encoding.writeVarUint(encoder, 0)
  })
}

/** With a byte changed, left out, doubled or added at the end. */
function damaged({ below }: Random, update: Uint8Array): Uint8Array {
  const at = below(update.length)
  const [before, byte, after] = [update.subarray(0, at), update[at] ?? 0, update.subarray(at + 1)]
  const middles = [[below(256)], [byte ^ (1 << below(8))], [], [byte, byte], [byte | 0x80, 0]]
  const whole = [...before, ...(middles[below(middles.length)] ?? []), ...after]
  return Uint8Array.from(below(10) === 0 ? [...whole, below(256)] : whole)
}
