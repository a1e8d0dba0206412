import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readDelivered } from './delivered.ts'
import { Typist } from './typist.ts'
import { Cursor, writeVarUint } from './varint.ts'

function updatesOf(typist: Typist, count: number): Uint8Array[] {
  return Array.from({ length: count }, () => Uint8Array.from(typist.nextUpdate()))
}

function readAll(update: Uint8Array): [number, number, number][] {
  const runs: [number, number, number][] = []
  readDelivered(new Cursor().over(update, 0), update.length, (...run) => runs.push(run))
  return runs
}

test('what a typist types is what Yjs reads', () => {
  const doc = new Y.Doc()
  for (const update of updatesOf(new Typist(new Uint8Array(0)), 20)) Y.applyUpdate(doc, update)
  expect(doc.getText('t').toJSON()).toBe('the quick brown fox ')
  expect(doc.store.pendingStructs).toBeNull()
})

test('frames carry the updates behind the prefix, masked', () => {
  const typist = new Typist(Uint8Array.of(1, 65))
  const frames = typist.frames(2)
  const mask = frames.subarray(2, 6)
  const length = (frames[1] ?? 0) & 127
  const payload = frames.subarray(6, 6 + length).map((byte, index) => byte ^ (mask[index & 3] ?? 0))
  expect([...payload.subarray(0, 4)]).toEqual([1, 65, 0, 2])
  expect(readAll(payload.subarray(5))).toEqual([[typist.clientId, 0, 1]])
  expect(frames.length).toBeGreaterThan(2 * length)
})

test('single and merged updates are read alike', () => {
  const typist = new Typist(new Uint8Array(0))
  const other = new Typist(new Uint8Array(0))
  const updates = updatesOf(typist, 200)
  expect(readAll(updates[0] ?? new Uint8Array(0))).toEqual([[typist.clientId, 0, 1]])
  expect(readAll(updates[150] ?? new Uint8Array(0))).toEqual([[typist.clientId, 150, 1]])
  expect(readAll(Y.mergeUpdates([...updates, ...updatesOf(other, 3)])).toSorted((a, b) => b[2] - a[2])).toEqual([
    [typist.clientId, 0, 200],
    [other.clientId, 0, 3],
  ])
})

test('an update of another kind is read through Yjs', () => {
  const doc = new Y.Doc()
  doc.getMap('facts').set('a', 1)
  expect(readAll(Y.encodeStateAsUpdate(doc))).toEqual([[doc.clientID, 0, 1]])
})

test('variable-length integers are lib0’s', () => {
  const bytes = new Uint8Array(10)
  for (const value of [0, 127, 128, 16_384, 2 ** 32 - 1, 2 ** 40]) {
    const end = writeVarUint(bytes, 0, value)
    const cursor = new Cursor().over(bytes, 0)
    expect([cursor.readVarUint(), cursor.at]).toEqual([value, end])
  }
})
