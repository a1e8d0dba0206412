/** The two ways in which the judge reads an update: by hand where it can, else with Yjs. */
import { judgeKeystroke } from '@tandem/server/relay/judge-keystroke.ts'
import { judgeAny } from '@tandem/server/relay/judge-update.ts'
import { type Knowledge, learn, newKnowledge } from '@tandem/server/relay/knowledge.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { createRandom, type Random } from '../convergence/random.ts'
import { type Point, updateBytes } from './update-bytes.ts'

const ANA = 'ana' as PersonId
const BEN = 'ben' as PersonId
const CLIENTS = [3, 300, 2 ** 31 + 7]
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
      ],
      claims: CLIENTS.slice(0, 2),
      deletes: [],
      isPartlyKnown: false,
    },
    ANA,
  )
  learn(knowledge, { advances: [[2 ** 31 + 7, 1]], claims: CLIENTS.slice(2), deletes: [], isPartlyKnown: false }, BEN)
  let accepted = 0
  for (let round = 0; round < ROUNDS; round++) {
    const whole = keystroke(random, knowledge)
    const update = random.chance(50) ? whole : damaged(random, whole)
    const judged = { update, author: random.chance(80) ? ANA : BEN, knowledge, limits: { structs: 1000, clientIds: random.chance(99) ? 100 : 2 } }
    const news = judgeKeystroke(judged)
    if (!news) continue
    expect(judgeAny(judged)).toEqual({ kind: 'new', news })
    accepted += 1
    learn(knowledge, news, judged.author)
  }
  expect(accepted).toBeGreaterThan(1000)
})

test('nothing that Yjs makes of a key is left to the slower way', () => {
  const knowledge = newKnowledge()
  learn(knowledge, { advances: [[7, 10]], claims: [7], deletes: [], isPartlyKnown: false }, ANA)
  for (const neighbours of [
    { origin: { client: 7, clock: 9 } },
    { rightOrigin: { client: 7, clock: 0 } },
    { origin: { client: 7, clock: 3 }, rightOrigin: { client: 7, clock: 4 } },
  ]) {
    const update = updateBytes({ clients: [{ client: 7, clock: 10, structs: [textOf('k', neighbours)] }] })
    expect(judgeKeystroke({ update, author: ANA, knowledge, limits: { structs: 1, clientIds: 1 } })).toMatchObject({ advances: [[7, 11]] })
  }
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
    return { client, clock: chance(10) ? near(client) : below(vector.get(client) ?? 1) }
  }
  const client = pick(CLIENTS)
  const structs = Array.from({ length: chance(95) ? 1 : 2 }, () =>
    textOf(chance(70) ? 'k' : pick(TEXTS), { ...(chance(80) ? { origin: point() } : {}), ...(chance(30) ? { rightOrigin: point() } : {}) }),
  )
  return updateBytes({ clients: [{ client, clock: near(client), structs }], deletes: chance(95) ? [] : [{ client: 3, ranges: [[0, 1]] }] })
}

/** With a byte changed, left out, doubled or added at the end. */
function damaged({ below }: Random, update: Uint8Array): Uint8Array {
  const at = below(update.length)
  const [before, byte, after] = [update.subarray(0, at), update[at] ?? 0, update.subarray(at + 1)]
  const middles = [[below(256)], [byte ^ (1 << below(8))], [], [byte, byte], [byte | 0x80, 0]]
  const whole = [...before, ...(middles[below(middles.length)] ?? []), ...after]
  return Uint8Array.from(below(10) === 0 ? [...whole, below(256)] : whole)
}
