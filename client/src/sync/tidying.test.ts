/**
 * What two others format at once, in the page of somebody who may only read.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { SYNC } from '@tandem/shared/wire/frames.ts'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newPlace, openServer, openTab, type TestServer } from './testing/session-world.ts'

/** Two editors make the same words bold, and neither has heard of the other. */
function formatAtOnce(server: TestServer): Uint8Array[] {
  return ['Ana', 'Ben'].map(() => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc))
    const before = Y.encodeStateVector(doc)
    doc.getText('words').format(0, 4, { bold: true })
    return Y.encodeStateAsUpdate(doc, before)
  })
}

async function joinAs(mayWrite: boolean) {
  const server = openServer()
  server.doc.getText('words').insert(0, 'Some words to format')
  const tab = openTab(newPlace())
  tab.setMayWrite(mayWrite)
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  const words = tab.doc.getText('words')
  if (!mayWrite) server.refuses = 'read-only'
  formatAtOnce(server).forEach(server.tell)
  await vi.waitFor(() => expect(words.toDelta()).toEqual(server.doc.getText('words').toDelta()))
  return { server, tab }
}

test('a reader sends nothing of their own, and is not told that something cannot be saved', async () => {
  const { server, tab } = await joinAs(false)
  expect(tab.doc.getText('words').toDelta()).toEqual([{ insert: 'Some', attributes: { bold: true } }, { insert: ' words to format' }])
  expect(server.received.map(({ step }) => step)).toEqual([SYNC.step2])
  expect(tab.save().kind).toBe('saved')
})

test('the page of somebody who may write tidies up, and is saved', async () => {
  const { server, tab } = await joinAs(true)
  await vi.waitFor(() => expect(server.received.map(({ step }) => step)).toContain(SYNC.update))
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
})
