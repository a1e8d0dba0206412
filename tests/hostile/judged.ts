/**
 * Updates that are plausible in every part and seldom as a whole, given to the relay's judge alone: what it knows of a document without holding it must be what Yjs
 * knows, and nothing it lets into the log may wait for what does not exist.
 */
import { judgeUpdate } from '@tandem/server/relay/judge-update.ts'
import { type Knowledge, learn, newKnowledge } from '@tandem/server/relay/knowledge.ts'
import { encodeStateVector } from '@tandem/server/relay/state-vector.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { createRandom, type Random } from '../convergence/random.ts'
import { type ClientParts, type StructParts, updateBytes } from './update-bytes.ts'

const AUTHOR = 'ana' as PersonId
const LIMITS = { structs: 1000, clientIds: 100_000 }
const CLIENTS = [3001, 3002, 3003, 3004]

export interface JudgedReport {
  readonly accepted: number
  readonly breaches: readonly string[]
}

/** Rounds of `updates` each, every round a document of its own. */
export function judgeMany({ rounds, updates, seed }: { readonly rounds: number; readonly updates: number; readonly seed: number }): JudgedReport {
  const breaches: string[] = []
  let accepted = 0
  for (let round = 0; round < rounds; round++) {
    const random = createRandom(seed + round)
    const knowledge = newKnowledge()
    const log: Uint8Array[] = []
    for (let count = 0; count < updates; count++) {
      const update = plausible(random, knowledge)
      const verdict = judgeUpdate({ update, author: AUTHOR, knowledge, limits: LIMITS })
      if (verdict.kind !== 'new') continue
      // As receive-update.ts does.
      log.push(verdict.news.isPartlyKnown ? Y.diffUpdate(update, encodeStateVector(knowledge.vector)) : update)
      learn(knowledge, verdict.news, AUTHOR)
    }
    accepted += log.length
    const breach = findBreach(log, knowledge)
    if (breach !== undefined) breaches.push(`seed ${seed + round}: ${breach}`)
  }
  return { accepted, breaches }
}

/** What is wrong with a log, or nothing. */
function findBreach(log: readonly Uint8Array[], knowledge: Knowledge): string | undefined {
  const doc = new Y.Doc()
  for (const [index, update] of log.entries()) {
    // Structs that contradict each other's parents can make Yjs throw when they are integrated: see "Known, and accepted" in server/SECURITY.md.
    if (!isApplied(doc, update)) return undefined
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return `update ${index} waits for what does not exist`
  }
  for (const [client, clock] of knowledge.vector) {
    const state = Y.getState(doc.store, client)
    if (state !== clock) return `the judge knows ${clock} of ${client}, Yjs ${state}`
  }
  return undefined
}

function isApplied(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update)
    return true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** One to three clients' structs around what is known, pointing at what is there or might be, and sometimes a deletion. */
function plausible(random: Random, { vector }: Knowledge): Uint8Array {
  const { below, chance, pick } = random
  const written = Array.from(vector, ([client]) => client)
  const point = () => {
    const client = written.length > 0 && chance(90) ? pick(written) : pick(CLIENTS)
    return { client, clock: below((vector.get(client) ?? 0) + 1) }
  }
  const ids = random.shuffle(CLIENTS).slice(0, 1 + below(2))
  const clients = ids
    .toSorted((a, b) => b - a)
    .map((client): ClientParts => {
      const known = vector.get(client) ?? 0
      return { client, clock: chance(70) ? known : below(known + 2), structs: Array.from({ length: 1 + below(3) }, () => structOf(random, point)) }
    })
  const deletes = chance(30) ? [{ client: point().client, ranges: [[below(5), 1 + below(4)] as const] }] : []
  return updateBytes({ clients: chance(10) ? [] : clients, deletes })
}

function structOf({ below, chance, pick }: Random, point: () => { client: number; clock: number }): StructParts {
  const content = pick([0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 7, 8, 9])
  if (content === 0) return { info: 0, content: (encoder) => encoding.writeVarUint(encoder, 1 + below(3)) }
  const [left, right] = [chance(50), chance(25)]
  return {
    info: content | (left ? 0x80 : 0) | (right ? 0x40 : 0) | (chance(20) ? 0x20 : 0),
    ...(left ? { origin: point() } : {}),
    ...(right ? { rightOrigin: point() } : {}),
    parent: chance(50) ? pick(['a', 'b']) : point(),
    key: pick(['x', 'y']),
    content: (encoder) => writeContent(encoder, content, { below, pick }),
  }
}

function writeContent(encoder: encoding.Encoder, content: number, { below, pick }: Pick<Random, 'below' | 'pick'>): void {
  const write = (value: number) => encoding.writeVarUint(encoder, value)
  const text = (value: string) => encoding.writeVarString(encoder, value)
  switch (content) {
    case 1:
      return write(1 + below(3))
    case 2:
      write(2)
      text('1')
      return text('null')
    case 3:
      return encoding.writeVarUint8Array(encoder, Uint8Array.of(1))
    case 4:
      return text(pick(['x', 'words', '👩🏽‍🏫', 'é']))
    case 5:
      return text('{"embed":1}')
    case 6:
      text('bold')
      return text(pick(['true', 'null']))
    case 7:
      write(pick([0, 1, 2, 4, 6]))
      return undefined
    case 8:
      write(2)
      encoding.writeAny(encoder, 1)
      return encoding.writeAny(encoder, 'any')
    default:
      text('guid')
      return encoding.writeAny(encoder, {})
  }
}
