/**
 * Words of a tab that was closed without network, in a line that somebody else takes away meanwhile.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { DocumentId } from '@tandem/shared/ids.ts'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openAnswering } from './answers-for.ts'
import type { JournalSession } from './session.ts'
import { newPlace, openServer, openTab, PAGE, provideLocks, type TestServer } from './testing/session-world.ts'

function lineIn(doc: Y.Doc): Y.XmlText {
  return (pageFragment(doc, PAGE).get(0) as Y.XmlElement).get(0) as Y.XmlText
}

/** Ana writes into a line without network, and Ben, who does not know, deletes it. */
async function scene() {
  provideLocks()
  const server = openServer()
  const line = new Y.XmlElement('entry')
  line.setAttribute('id', 'line')
  line.insert(0, [new Y.XmlText('Ship the beta')])
  pageFragment(server.doc, PAGE).insert(0, [line])
  const place = newPlace()
  const ana = openTab(place)
  ana.setMayWrite(true)
  await vi.waitFor(() => expect(ana.save().kind).toBe('saved'))
  server.cut()
  lineIn(ana.doc).insert(13, ' soon')
  pageFragment(server.doc, PAGE).delete(0, 1)
  return { server, place, ana }
}

function pageOf({ doc }: Pick<TestServer | JournalSession, 'doc'>): string {
  return pageFragment(doc, PAGE).toJSON()
}

const RESCUED = / soon/g

test('the next tab writes them again, and of two tabs one', async () => {
  const { server, place, ana } = await scene()
  ana.close()
  const tabs = [openTab(place), openTab(place)]
  await vi.waitFor(() => expect(server.attempts).toBeGreaterThan(2))
  server.isAway = false
  tabs.forEach((tab) => tab.retry())
  await vi.waitFor(() => expect(tabs.map((tab) => tab.save().kind)).toEqual(['saved', 'saved']))
  expect(pageOf(server).match(RESCUED)).toHaveLength(1)
})

test('what an open tab wrote it writes again itself', async () => {
  const { server, place, ana } = await scene()
  server.isAway = false
  const other = openTab(place)
  await vi.waitFor(() => expect(other.save().kind).toBe('saved'))
  expect(pageOf(server)).not.toContain(' soon')
  ana.retry()
  await vi.waitFor(() => expect(pageOf(server).match(RESCUED)).toHaveLength(1))
})

test('without locks a tab answers for nobody else', async () => {
  expect(await openAnswering('journal' as DocumentId).take([7])).toEqual([])
})
