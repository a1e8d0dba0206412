/** Merging loses nothing and joins what was typed in one go. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeUpdatesWhole } from '@tandem/server/log/merge-updates.ts'

/** A repeatable source of whole numbers below a bound. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Two people edit text, marks, children and facts, hearing each other now and then; the updates in the order a server would log them. */
function randomUpdates(seed: number, steps: number): Uint8Array[] {
  const below = numbers(seed)
  const log: Uint8Array[] = []
  const docs = [1, 2].map((client) => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = client
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') log.push(update)
    })
    return { doc, heard: 0 }
  })
  for (let step = 0; step < steps; step++) {
    const writer = docs[below(2)]
    if (!writer) throw new Error('Nobody writes.')
    if (below(4) === 0) {
      for (const update of log.slice(writer.heard)) Y.applyUpdate(writer.doc, update, 'heard')
      writer.heard = log.length
    }
    edit(writer.doc, below)
  }
  return log
}

function edit(doc: Y.Doc, below: (bound: number) => number): void {
  const words = doc.getText('words')
  const list = doc.getArray<number>('list')
  switch (below(7)) {
    case 0:
      if (words.length > 2) words.delete(below(words.length - 2), 2)
      return
    case 1:
      if (words.length > 2) words.format(0, 2, { bold: true })
      return
    case 2:
      doc.getMap('facts').set(`status ${below(3)}`, 'open')
      return
    case 3:
      list.insert(below(list.length + 1), [below(9)])
      return
    default:
      words.insert(below(3) === 0 ? below(words.length + 1) : words.length, below(9) === 0 ? '語' : 'a')
  }
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

test.for(Array.from({ length: 60 }, (_, seed) => seed))('the merged update makes the same document, alone and in pieces, seed %i', (seed) => {
  const updates = randomUpdates(seed, 150)
  const whole = Y.encodeStateAsUpdate(docOf(updates))
  expect(Y.encodeStateAsUpdate(docOf([mergeUpdatesWhole(updates)]))).toEqual(whole)
  const pieces: Uint8Array[] = []
  for (let from = 0; from < updates.length; from += 7) pieces.push(mergeUpdatesWhole(updates.slice(from, from + 7)))
  expect(Y.encodeStateAsUpdate(docOf(pieces))).toEqual(whole)
})

test('a thousand keystrokes take little more than the document they make', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let typed = 0; typed < 1000; typed++) doc.getText('words').insert(typed, 'a')
  expect(mergeUpdatesWhole(updates).byteLength).toBe(Y.encodeStateAsUpdate(doc).byteLength)
})

test('values of a map stand apart although they look alike on the wire', () => {
  const doc = new Y.Doc({ gc: false })
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const status of ['open', 'met', 'open', 'parked']) doc.getMap('facts').set('goal/status', status)
  expect(
    docOf([mergeUpdatesWhole(updates)])
      .getMap('facts')
      .toJSON(),
  ).toEqual({ 'goal/status': 'parked' })
})

test('an update with deletions alone stays one', () => {
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'words')
  const before = Y.encodeStateAsUpdate(doc)
  const deletions: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => deletions.push(update))
  doc.getText('words').delete(0, 1)
  doc.getText('words').delete(2, 1)
  expect(
    docOf([before, mergeUpdatesWhole(deletions)])
      .getText('words')
      .toJSON(),
  ).toBe('ors')
})
