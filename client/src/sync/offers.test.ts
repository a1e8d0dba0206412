/**
 * A copy on this device that lacks a piece in the middle.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { SYNC } from '@tandem/shared/wire/frames.ts'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { localCopyName } from './device-store.ts'
import { addRecord, newPlace, openServer, openTab, type Place, type TestServer, wordsOf, write } from './testing/session-world.ts'

/** The first of two pieces; the device has only the second one, and words that do not build on either. */
async function loseFirst(server: TestServer, place: Place): Promise<Uint8Array> {
  server.isAway = true
  const tab = openTab(place)
  await vi.waitFor(() => expect(server.attempts).toBeGreaterThan(0))
  write(tab, 'Placed. ')
  tab.close()
  const doc = new Y.Doc()
  doc.getText('words').insert(0, 'lost ')
  const first = Y.encodeStateAsUpdate(doc)
  doc.getText('words').insert(5, 'held ')
  doc.getText('words').delete(0, 5)
  await addRecord(localCopyName(place.person, place.documentId), Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVectorFromUpdate(first)))
  server.isAway = false
  return first
}

test('what builds on a gap is held back and told; everything else is saved', async () => {
  const server = openServer()
  const place = newPlace()
  await loseFirst(server, place)
  const tab = openTab(place)
  await vi.waitFor(() => expect(wordsOf(server.doc)).toBe('Placed. '))
  await vi.waitFor(() => expect(tab.save()).toEqual({ kind: 'cannot-save', why: 'missing-updates', edits: 1 }))
  write(tab, 'New. ')
  await vi.waitFor(() => expect(wordsOf(server.doc)).toBe('New. Placed. '))
  await vi.waitFor(() => expect(tab.save()).toEqual({ kind: 'cannot-save', why: 'missing-updates', edits: 1 }))
})

test('what fills the gap lets the rest go', async () => {
  const server = openServer()
  const place = newPlace()
  const first = await loseFirst(server, place)
  const tab = openTab(place)
  await vi.waitFor(() => expect(tab.save().kind).toBe('cannot-save'))
  server.tell(first)
  await vi.waitFor(() => expect(wordsOf(server.doc)).toContain('held '))
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
})

test('a gap that the server fills when the tab joins is never told, and all is offered at once', async () => {
  const server = openServer()
  const place = newPlace()
  Y.applyUpdate(server.doc, await loseFirst(server, place))
  const tab = openTab(place)
  const kinds = new Set<string>()
  tab.subscribe(() => kinds.add(tab.save().kind))
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  expect(wordsOf(server.doc)).toContain('held ')
  expect(kinds).not.toContain('cannot-save')
  expect(server.received.map(({ step }) => step)).toEqual([SYNC.step2])
})
