import type { PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate } from './judge-update.ts'
import { type Knowledge, learn, newKnowledge } from './knowledge.ts'
import type { Verdict } from './verdict.ts'

const ANA = 'ana' as PersonId
const BEN = 'ben' as PersonId
const limits = { structs: 1000, clientIds: 100 }

function judge(knowledge: Knowledge, update: Uint8Array, author = ANA): Verdict {
  return judgeUpdate({ update, author, knowledge, limits })
}

/** Judges and learns what is new, as a room does. */
function take(knowledge: Knowledge, update: Uint8Array, author = ANA): Verdict {
  const verdict = judge(knowledge, update, author)
  if (verdict.kind === 'new') learn(knowledge, verdict.news, author)
  return verdict
}

function refusal(verdict: Verdict): string {
  return verdict.kind === 'refused' ? verdict.code : verdict.kind
}

/** A document of its own client id; its acts return what it would send. */
function writer(clientID: number) {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const text = doc.getText('t')
  const updateOf = (act: () => void): Uint8Array => {
    let update = new Uint8Array()
    doc.once('update', (made: Uint8Array) => {
      update = new Uint8Array(made)
    })
    act()
    return update
  }
  return {
    doc,
    write: (words: string) => updateOf(() => text.insert(text.length, words)),
    erase: (at: number, count: number) => updateOf(() => text.delete(at, count)),
    hear: (other: Y.Doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other)),
    everything: () => Y.encodeStateAsUpdate(doc),
  }
}

test('a first update claims its client id and says how far it reaches', () => {
  const knowledge = newKnowledge()
  const verdict = take(knowledge, writer(1).write('Hello'))
  expect(verdict).toEqual({ kind: 'new', news: { advances: [[1, 5]], claims: [1], deletes: [], isPartlyKnown: false } })
  expect(knowledge.owners.get(1)).toBe(ANA)
})

test('what is known is nothing new', () => {
  const knowledge = newKnowledge()
  const ana = writer(1)
  take(knowledge, ana.write('Hello'))
  take(knowledge, ana.erase(1, 2))
  expect(judge(knowledge, ana.everything()).kind).toBe('nothing-new')
})

test('a deletion is new once', () => {
  const knowledge = newKnowledge()
  const ana = writer(1)
  take(knowledge, ana.write('Hello'))
  const erasure = ana.erase(1, 2)
  expect(take(knowledge, erasure)).toMatchObject({ kind: 'new', news: { deletes: [{ client: 1, clock: 1, length: 2 }] } })
  expect(take(knowledge, erasure).kind).toBe('nothing-new')
})

test('an update that begins in what is known and reaches beyond is new', () => {
  const knowledge = newKnowledge()
  const ana = writer(1)
  take(knowledge, ana.write('ab'))
  ana.write('cd')
  expect(take(knowledge, ana.everything())).toMatchObject({ kind: 'new', news: { advances: [[1, 4]], claims: [] } })
})

test('a gap in the own clock is missing updates', () => {
  const ana = writer(1)
  ana.write('a')
  expect(refusal(judge(newKnowledge(), ana.write('b')))).toBe('missing-updates')
})

test('an origin that is not known is missing updates', () => {
  const [ana, ben] = [writer(1), writer(2)]
  ana.write('a')
  ben.hear(ana.doc)
  expect(refusal(judge(newKnowledge(), ben.write('b'), BEN))).toBe('missing-updates')
})

test('a deletion of what is not known is missing updates', () => {
  const ana = writer(1)
  ana.write('a')
  expect(refusal(judge(newKnowledge(), ana.erase(0, 1)))).toBe('missing-updates')
})

test('structs under somebody else’s client id are foreign', () => {
  const knowledge = newKnowledge()
  take(knowledge, writer(1).write('Ana'), ANA)
  const forged = writer(1)
  forged.write('Ana')
  expect(refusal(judge(knowledge, forged.write('!'), BEN))).toBe('foreign-client-id')
})

test('others’ known structs may be repeated beside new ones of one’s own', () => {
  const knowledge = newKnowledge()
  const [ana, ben] = [writer(1), writer(2)]
  take(knowledge, ana.write('Ana'), ANA)
  ben.hear(ana.doc)
  ben.write(' and Ben')
  expect(take(knowledge, ben.everything(), BEN)).toMatchObject({ kind: 'new', news: { advances: [[2, 8]], claims: [2] } })
})

test('two client ids that take turns in one update are put in order', () => {
  const doc = new Y.Doc()
  for (let turn = 0; turn < 20; turn++) {
    doc.clientID = turn % 2 === 0 ? 5 : 6
    doc.getText('t').insert(turn, String(turn % 10))
  }
  const advances = [
    [5, 10],
    [6, 10],
  ]
  expect(take(newKnowledge(), Y.encodeStateAsUpdate(doc))).toMatchObject({ kind: 'new', news: { advances } })
})

test('a verdict changes nothing', () => {
  const knowledge = newKnowledge()
  judge(knowledge, writer(1).write('Hello'))
  expect(knowledge.vector.size + knowledge.owners.size + knowledge.deleted.size).toBe(0)
})
