import type { PersonId } from '@tandem/shared/ids.ts'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate } from './judge-update.ts'
import { learn, newKnowledge } from './knowledge.ts'

const ANA = 'ana' as PersonId

/** The code an update is refused with, or what it is judged to be. */
function judged(update: Uint8Array, { knowledge = newKnowledge(), limits = { structs: 1000, clientIds: 100 } } = {}): string {
  const verdict = judgeUpdate({ update, author: ANA, knowledge, limits })
  return verdict.kind === 'refused' ? verdict.code : verdict.kind
}

type Id = readonly [client: number, clock: number]
type Run = readonly [client: number, clock: number, bytes: Uint8Array]

/** The bytes of an item of one letter, as Yjs writes it. */
function item({ origin, rightOrigin }: { origin?: Id; rightOrigin?: Id } = {}): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, 4 | (origin ? 128 : 0) | (rightOrigin ? 64 : 0))
    for (const id of [origin, rightOrigin]) {
      if (!id) continue
      encoding.writeVarUint(encoder, id[0])
      encoding.writeVarUint(encoder, id[1])
    }
    if (!origin && !rightOrigin) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, 't')
    }
    encoding.writeVarString(encoder, 'x')
  })
}

/** An update of one struct per client id, in the order given. */
function structs(...runs: readonly Run[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length)
    for (const [client, clock, bytes] of runs) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeUint8Array(encoder, bytes)
    }
    encoding.writeVarUint(encoder, 0)
  })
}

test('the bytes of these tests are sound where nothing is wrong with them', () => {
  expect(judged(structs([6, 0, item({ origin: [5, 0] })], [5, 0, item()]))).toBe('new')
})

test('two structs that each build on the other are refused', () => {
  expect(judged(structs([6, 0, item({ origin: [5, 0] })], [5, 0, item({ origin: [6, 0] })]))).toBe('missing-updates')
})

test('a struct that builds on its own future is refused', () => {
  expect(judged(structs([5, 0, item({ origin: [5, 3] })]))).toBe('missing-updates')
  expect(judged(structs([5, 0, item({ rightOrigin: [5, 0] })]))).toBe('missing-updates')
})

test('a known struct that builds on something unknown is refused, for Yjs would wait for it for ever', () => {
  const knowledge = newKnowledge()
  learn(knowledge, { advances: [[5, 1]], claims: [5], deletes: [], isPartlyKnown: false }, ANA)
  expect(judged(structs([5, 0, item({ origin: [4, 0] })]), { knowledge })).toBe('missing-updates')
})

test.for<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['bytes after the end', Uint8Array.of(0, 0, 7)],
  ['a truncated update', structs([5, 0, item()]).subarray(0, 6)],
  ['client ids in ascending order', structs([5, 0, item()], [6, 0, item()])],
  ['one client id twice', structs([5, 0, item()], [5, 1, item({ origin: [5, 0] })])],
  ['a run without structs', Uint8Array.of(1, 0, 5, 0, 0)],
  ['a struct without length', Uint8Array.of(1, 1, 5, 0, 0, 0, 0)],
  ['a deletion without length', Uint8Array.of(0, 1, 5, 1, 0, 0)],
  ['a content of no kind', Uint8Array.of(1, 1, 5, 0, 31, 1, 1, 116, 0)],
  ['a clock of 2^52', structs([5, 2 ** 52, item()])],
])('%s is malformed', ([, update]) => {
  expect(judged(update)).toBe('malformed-frame')
})

test('a value nested deeper than any screen needs is malformed', () => {
  let value: unknown = 1
  for (let depth = 0; depth < 1000; depth++) value = [value]
  const doc = new Y.Doc()
  doc.getMap('facts').set('deep', value)
  expect(judged(Y.encodeStateAsUpdate(doc))).toBe('malformed-frame')
})

test('more structs than the limit are malformed, more client ids make the document too large', () => {
  const doc = new Y.Doc()
  for (let client = 1; client <= 20; client++) {
    doc.clientID = client
    doc.getMap('facts').set(`key ${client}`, client)
  }
  const update = Y.encodeStateAsUpdate(doc)
  expect(judged(update, { limits: { structs: 19, clientIds: 100 } })).toBe('malformed-frame')
  expect(judged(update, { limits: { structs: 1000, clientIds: 19 } })).toBe('document-too-large')
})

test('what a joiner repeats of deletions is taken, however many there are', () => {
  const doc = new Y.Doc()
  const text = doc.getText('words')
  text.insert(0, 'ab'.repeat(30))
  const knowledge = newKnowledge()
  const take = (update: Uint8Array) => {
    const verdict = judgeUpdate({ update, author: ANA, knowledge, limits: { structs: 1000, clientIds: 100 } })
    if (verdict.kind === 'new') learn(knowledge, verdict.news, ANA)
    return verdict.kind
  }
  for (let at = 0; at < 30; at++) text.delete(at, 1)
  expect(take(Y.encodeStateAsUpdate(doc))).toBe('new')
  const repeated = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
  expect(judged(repeated, { knowledge, limits: { structs: 20, clientIds: 100 } })).toBe('nothing-new')
})

test('a hundred thousand keys in one update are judged in reasonable time', () => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let key = 0; key < 100_000; key++) doc.getMap('facts').set(`key ${key}`, key)
  })
  const update = Y.encodeStateAsUpdate(doc)
  const began = performance.now()
  expect(judged(update, { limits: { structs: 250_000, clientIds: 100 } })).toBe('new')
  expect(performance.now() - began).toBeLessThan(2000)
})
