import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { buildDocument } from './build-document.ts'

/** Written by hand: an item between two of different parents, and the deletion of one of these. Yjs throws at the last. */
const POISON = ['0101ba17002701016101780200', '0103ba17010701016202 84ba17010278792400ba17000179027879 00', '0101b91700c7ba1702ba17050601ba17010002'].map(
  (hex) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex')),
)

function wordsOf(words: readonly string[]): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) doc.getText('t').insert(doc.getText('t').length, word)
  return updates
}

test('the bytes of this test break a document', () => {
  const doc = new Y.Doc()
  expect(() => POISON.forEach((update) => Y.applyUpdate(doc, update))).toThrow('Unexpected case')
})

test('a sound document leaves nothing out', () => {
  const { doc, leftOut } = buildDocument(undefined, wordsOf(['one ', 'two']))
  expect([doc.getText('t').toJSON(), leftOut]).toEqual(['one two', 0])
})

test('what breaks a document is left out, and everybody’s words are in it', () => {
  const [one = new Uint8Array(), two = new Uint8Array()] = wordsOf(['one ', 'two'])
  const { doc, leftOut } = buildDocument(one, [...POISON, two])
  expect(doc.getText('t').toJSON()).toBe('one two')
  expect(leftOut).toBe(1)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(copy.getText('t').toJSON()).toBe('one two')
  expect(copy.store.pendingStructs).toBeNull()
})
