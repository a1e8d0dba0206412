/** Facts live beside the prose, under the id of their block. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BlockId } from '../ids.ts'
import { factKey, parseFactKey, readAllFacts, readFacts, writeFacts } from './facts.ts'
import { factsOf } from './journal-doc.ts'

const rota = 'rota' as BlockId
const draft = 'draft' as BlockId

test('facts written are read again, per block', () => {
  const doc = new Y.Doc()
  writeFacts(doc, rota, { owner: 'ana', due: '2026-05-12' })
  writeFacts(doc, draft, { owner: 'ben' })
  expect(readFacts(doc, rota)).toEqual({ owner: 'ana', due: '2026-05-12' })
  expect(readFacts(doc, draft)).toEqual({ owner: 'ben' })
  expect([...readAllFacts(doc).keys()].toSorted()).toEqual([draft, rota])
})

test('null clears a fact', () => {
  const doc = new Y.Doc()
  writeFacts(doc, rota, { owner: 'ana', due: '2026-05-12' })
  writeFacts(doc, rota, { due: null })
  expect(readFacts(doc, rota)).toEqual({ owner: 'ana' })
})

test('a value that is already there is not written again', () => {
  const doc = new Y.Doc()
  writeFacts(doc, rota, { owner: 'ana' })
  const before = Y.encodeStateVector(doc)
  writeFacts(doc, rota, { owner: 'ana', due: null })
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

test('two people who change different facts of a block both succeed', () => {
  const ana = new Y.Doc()
  writeFacts(ana, rota, { owner: 'ana' })
  const ben = new Y.Doc()
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana))
  writeFacts(ana, rota, { due: '2026-05-12' })
  writeFacts(ben, rota, { end: 'done' })
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben))
  expect(readFacts(ana, rota)).toEqual({ owner: 'ana', due: '2026-05-12', end: 'done' })
})

test('facts of one write are one transaction with the caller’s origin, so that one undo takes them back', () => {
  const doc = new Y.Doc()
  const undo = new Y.UndoManager(factsOf(doc), { trackedOrigins: new Set(['me']) })
  writeFacts(doc, rota, { owner: 'ana', due: '2026-05-12' }, 'me')
  undo.undo()
  expect(readFacts(doc, rota)).toEqual({})
})

test('keys of other programs are passed over', () => {
  const doc = new Y.Doc()
  for (const key of ['', '/', 'x', 'x/', '/x']) factsOf(doc).set(key, 1)
  expect(readAllFacts(doc).size).toBe(0)
  expect(parseFactKey(factKey(rota, 'a/b'))).toEqual({ block: rota, field: 'a/b' })
})
