import type { PersonId } from '@tandem/shared/ids.ts'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DeletedRanges } from './deleted-ranges.ts'
import { judgeUpdate, type Verdict } from './judge-update.ts'
import { type Knowledge, learn } from './knowledge.ts'

const ANA = 'ana' as PersonId
const BEN = 'ben' as PersonId
const LIMITS = { structs: 1000, clientIds: 100 }

function nothingKnown(): Knowledge {
  return { vector: new Map(), owners: new Map(), deleted: new DeletedRanges() }
}

function judge(knowledge: Knowledge, update: Uint8Array, author = ANA, limits = LIMITS): Verdict {
  return judgeUpdate({ update, author, knowledge, limits })
}

/** Judges and learns what is new, as a room does. */
function take(knowledge: Knowledge, update: Uint8Array, author = ANA): Verdict {
  const verdict = judge(knowledge, update, author)
  if (verdict.kind === 'new') learn(knowledge, verdict.news, author)
  return verdict
}

/** A document of its own client id and what it would send for each change. */
function writer(clientID: number, doc = new Y.Doc()): { doc: Y.Doc; change(act: (text: Y.Text) => void): Uint8Array } {
  doc.clientID = clientID
  return {
    doc,
    change: (act) => {
      const before = Y.encodeStateVector(doc)
      let update: Uint8Array | undefined
      doc.once('update', (made: Uint8Array) => {
        update = made
      })
      act(doc.getText('t'))
      return update ?? Y.encodeStateAsUpdate(doc, before)
    },
  }
}

function refusal(verdict: Verdict): string {
  return verdict.kind === 'refused' ? verdict.code : verdict.kind
}

test('a first update claims its client id and says how far it reaches', () => {
  const knowledge = nothingKnown()
  const verdict = take(
    knowledge,
    writer(1).change((text) => text.insert(0, 'Hello')),
  )
  expect(verdict).toEqual({ kind: 'new', news: { advances: new Map([[1, 5]]), claims: [1], deletes: [] } })
  expect(knowledge.owners.get(1)).toBe(ANA)
})

test('what is known is nothing new', () => {
  const knowledge = nothingKnown()
  const ana = writer(1)
  take(
    knowledge,
    ana.change((text) => text.insert(0, 'Hello')),
  )
  take(
    knowledge,
    ana.change((text) => text.delete(1, 2)),
  )
  expect(judge(knowledge, Y.encodeStateAsUpdate(ana.doc)).kind).toBe('nothing-new')
})

test('a deletion is new once', () => {
  const knowledge = nothingKnown()
  const ana = writer(1)
  take(
    knowledge,
    ana.change((text) => text.insert(0, 'Hello')),
  )
  const erasure = ana.change((text) => text.delete(1, 2))
  expect(take(knowledge, erasure)).toMatchObject({ kind: 'new', news: { deletes: [{ client: 1, clock: 1, length: 2 }] } })
  expect(take(knowledge, erasure).kind).toBe('nothing-new')
})

test('an update that begins in what is known and reaches beyond is new', () => {
  const knowledge = nothingKnown()
  const ana = writer(1)
  take(
    knowledge,
    ana.change((text) => text.insert(0, 'ab')),
  )
  ana.change((text) => text.insert(2, 'cd'))
  expect(take(knowledge, Y.encodeStateAsUpdate(ana.doc))).toMatchObject({ kind: 'new', news: { advances: new Map([[1, 4]]), claims: [] } })
})

test('a gap in the own clock is missing updates', () => {
  const knowledge = nothingKnown()
  const ana = writer(1)
  ana.change((text) => text.insert(0, 'a'))
  expect(
    refusal(
      judge(
        knowledge,
        ana.change((text) => text.insert(1, 'b')),
      ),
    ),
  ).toBe('missing-updates')
})

test('an origin that is not known is missing updates', () => {
  const ana = writer(1)
  ana.change((text) => text.insert(0, 'a'))
  const ben = writer(2)
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc))
  expect(
    refusal(
      judge(
        nothingKnown(),
        ben.change((text) => text.insert(1, 'b')),
        BEN,
      ),
    ),
  ).toBe('missing-updates')
})

test('a deletion of what is not known is missing updates', () => {
  const ana = writer(1)
  ana.change((text) => text.insert(0, 'a'))
  expect(
    refusal(
      judge(
        nothingKnown(),
        ana.change((text) => text.delete(0, 1)),
      ),
    ),
  ).toBe('missing-updates')
})

test('structs under somebody else’s client id are foreign', () => {
  const knowledge = nothingKnown()
  take(
    knowledge,
    writer(1).change((text) => text.insert(0, 'Ana')),
    ANA,
  )
  const forged = writer(1)
  forged.change((text) => text.insert(0, 'Ana'))
  expect(
    refusal(
      judge(
        knowledge,
        forged.change((text) => text.insert(3, '!')),
        BEN,
      ),
    ),
  ).toBe('foreign-client-id')
})

test('others’ known structs may be repeated beside new ones of one’s own', () => {
  const knowledge = nothingKnown()
  const ana = writer(1)
  take(
    knowledge,
    ana.change((text) => text.insert(0, 'Ana')),
    ANA,
  )
  const ben = writer(2)
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ana.doc))
  ben.change((text) => text.insert(3, ' and Ben'))
  expect(take(knowledge, Y.encodeStateAsUpdate(ben.doc), BEN)).toMatchObject({ kind: 'new', news: { advances: new Map([[2, 8]]), claims: [2] } })
})

test('two client ids that take turns in one update are put in order', () => {
  const doc = new Y.Doc()
  for (let turn = 0; turn < 20; turn++) {
    doc.clientID = turn % 2 === 0 ? 5 : 6
    doc.getText('t').insert(doc.getText('t').length, String(turn % 10))
  }
  expect(take(nothingKnown(), Y.encodeStateAsUpdate(doc))).toMatchObject({
    kind: 'new',
    news: {
      advances: new Map([
        [6, 10],
        [5, 10],
      ]),
    },
  })
})

test('two structs that each build on the other are refused', () => {
  const update = structs([
    [6, 0, item({ origin: [5, 0] })],
    [5, 0, item({ origin: [6, 0] })],
  ])
  expect(refusal(judge(nothingKnown(), update))).toBe('missing-updates')
})

test('a struct that builds on its own future is refused', () => {
  expect(refusal(judge(nothingKnown(), structs([[5, 0, item({ origin: [5, 3] })]])))).toBe('missing-updates')
  expect(refusal(judge(nothingKnown(), structs([[5, 0, item({ rightOrigin: [5, 0] })]])))).toBe('missing-updates')
})

test.for<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['bytes after the end', Uint8Array.of(0, 0, 7)],
  [
    'a truncated update',
    writer(1)
      .change((text) => text.insert(0, 'Hello'))
      .subarray(0, 9),
  ],
  [
    'client ids in ascending order',
    structs([
      [5, 0, item({})],
      [6, 0, item({})],
    ]),
  ],
  [
    'one client id twice',
    structs([
      [5, 0, item({})],
      [5, 1, item({ origin: [5, 0] })],
    ]),
  ],
  ['a run without structs', Uint8Array.of(1, 0, 5, 0, 0)],
  ['a struct without length', Uint8Array.of(1, 1, 5, 0, 0, 0, 0)],
  ['a deletion without length', Uint8Array.of(0, 1, 5, 1, 0, 0)],
  ['a content of no kind', Uint8Array.of(1, 1, 5, 0, 31, 1, 1, 116, 0)],
  ['a clock of 2^53', structs([[5, 2 ** 52, item({})]])],
])('%s is malformed', ([, update]) => {
  expect(refusal(judge(nothingKnown(), update))).toBe('malformed-frame')
})

test('a value nested deeper than any screen needs is malformed', () => {
  let value: unknown = 1
  for (let depth = 0; depth < 1000; depth++) value = [value]
  const doc = new Y.Doc()
  doc.getMap('facts').set('deep', value)
  expect(refusal(judge(nothingKnown(), Y.encodeStateAsUpdate(doc)))).toBe('malformed-frame')
})

test('more structs than the limit are malformed, more client ids make the document too large', () => {
  const doc = new Y.Doc()
  for (let client = 1; client <= 20; client++) {
    doc.clientID = client
    doc.getMap('facts').set(`key ${client}`, client)
  }
  const update = Y.encodeStateAsUpdate(doc)
  expect(refusal(judge(nothingKnown(), update, ANA, { structs: 19, clientIds: 100 }))).toBe('malformed-frame')
  expect(refusal(judge(nothingKnown(), update, ANA, { structs: 1000, clientIds: 19 }))).toBe('document-too-large')
})

test('a known struct that builds on something unknown is refused, for Yjs would wait for it for ever', () => {
  const knowledge = nothingKnown()
  take(knowledge, structs([[5, 0, item({})]]))
  expect(refusal(judge(knowledge, structs([[5, 0, item({ origin: [4, 0] })]])))).toBe('missing-updates')
})

test('a verdict changes nothing', () => {
  const knowledge = nothingKnown()
  judge(
    knowledge,
    writer(1).change((text) => text.insert(0, 'Hello')),
  )
  expect(knowledge.vector.size + knowledge.owners.size + knowledge.deleted.size).toBe(0)
})

type Id = readonly [client: number, clock: number]

/** The bytes of an item of one letter, as Yjs writes it. */
function item({ origin, rightOrigin }: { origin?: Id; rightOrigin?: Id }): Uint8Array {
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
function structs(runs: readonly (readonly [client: number, clock: number, bytes: Uint8Array])[]): Uint8Array {
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
