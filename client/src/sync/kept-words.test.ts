/**
 * A line that this device joined to the one above without network, and that grew meanwhile by words of somebody who is gone.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { SYNC } from '@tandem/shared/wire/frames.ts'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { JournalSession } from './session.ts'
import { newPlace, openServer, openTab, PAGE, type Place, provideLocks, type TestServer, wordsOf, write } from './testing/session-world.ts'

function line(id: string, text: string): Y.XmlElement {
  const element = new Y.XmlElement('entry')
  element.setAttribute('id', id)
  element.insert(0, [new Y.XmlText(text)])
  return element
}

function textIn({ doc }: Pick<TestServer | JournalSession, 'doc'>, index: number): Y.XmlText {
  return (pageFragment(doc, PAGE).get(index) as Y.XmlElement).get(0) as Y.XmlText
}

function pageOf({ doc }: Pick<TestServer | JournalSession, 'doc'>): string[] {
  return pageFragment(doc, PAGE)
    .toArray()
    .map((_, index) => textIn({ doc }, index).toJSON())
}

async function openLines(server: TestServer, place: Place): Promise<JournalSession> {
  provideLocks()
  pageFragment(server.doc, PAGE).insert(0, [line('a', 'We meet. '), line('b', 'Ship the beta')])
  const tab = openTab(place)
  tab.setMayWrite(true)
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  return tab
}

function joinLines(tab: JournalSession): void {
  tab.doc.transact(() => {
    textIn(tab, 0).insert(9, textIn(tab, 1).toJSON())
    pageFragment(tab.doc, PAGE).delete(1, 1)
  })
}

const JOINED = ['We meet. Ship soon the beta']

test('they are in the joined line, and nothing was sent before the server could take it', async () => {
  const server = openServer()
  const tab = await openLines(server, newPlace())
  server.cut()
  joinLines(tab)
  textIn(server, 1).insert(4, ' soon')
  server.isAway = false
  tab.retry()
  await vi.waitFor(() => expect(pageOf(server)).toEqual(JOINED))
  expect(pageOf(tab)).toEqual(JOINED)
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  expect(server.received.slice(-2).map(({ step }) => step)).toEqual([SYNC.step2, SYNC.update])
})

test('also when the tab was closed meanwhile', async () => {
  const server = openServer()
  const place = newPlace()
  const tab = await openLines(server, place)
  server.cut()
  joinLines(tab)
  tab.close()
  textIn(server, 1).insert(4, ' soon')
  server.isAway = false
  const again = openTab(place)
  again.setMayWrite(true)
  await vi.waitFor(() => expect(pageOf(server)).toEqual(JOINED))
  expect(pageOf(again)).toEqual(JOINED)
})

test('also when the first line to the server broke before all was heard', async () => {
  const server = openServer()
  const tab = await openLines(server, newPlace())
  server.cut()
  joinLines(tab)
  textIn(server, 1).insert(4, ' soon')
  server.isAway = false
  server.breaksJoins = true
  const { attempts } = server
  tab.retry()
  await vi.waitFor(() => expect(server.attempts).toBeGreaterThan(attempts + 1), 10_000)
  server.breaksJoins = false
  await vi.waitFor(() => expect(pageOf(server)).toEqual(JOINED), 10_000)
  expect(pageOf(tab)).toEqual(JOINED)
})

test('once, though two tabs of this device have deleted the line', async () => {
  const server = openServer()
  const place = newPlace()
  const tab = await openLines(server, place)
  server.cut()
  joinLines(tab)
  const second = openTab(place)
  second.setMayWrite(true)
  await vi.waitFor(() => expect(pageOf(second)).toEqual(pageOf(tab)))
  textIn(server, 1).insert(4, ' soon')
  server.isAway = false
  for (const each of [second, tab]) each.retry()
  await vi.waitFor(() => expect([second, tab].map((each) => each.save().kind)).toEqual(['saved', 'saved']))
  await vi.waitFor(() => expect(pageOf(server).join()).toContain('soon'))
  // Both have looked once more by then whether somebody has to write them.
  write(second, 'And on. ')
  write(tab, 'On. ')
  await vi.waitFor(() => expect(['And on. ', 'On. '].every((words) => wordsOf(server.doc).includes(words))).toBe(true))
  await vi.waitFor(() => expect([second, tab].map((each) => each.save().kind)).toEqual(['saved', 'saved']))
  expect(pageOf(server)).toEqual(JOINED)
})

test('what was written and deleted without network is told to nobody', async () => {
  const server = openServer()
  const place = newPlace()
  const tab = await openLines(server, place)
  server.cut()
  textIn(tab, 1).insert(4, 'hunter2')
  textIn(tab, 1).delete(4, 7)
  textIn(tab, 1).insert(4, '!')
  tab.close()
  server.isAway = false
  const again = openTab(place)
  again.setMayWrite(true)
  await vi.waitFor(() => expect(pageOf(server)).toEqual(['We meet. ', 'Ship! the beta']))
  expect(server.received.some(({ update }) => Buffer.from(update).includes('hunter2'))).toBe(false)
})

test('twice in a row', async () => {
  const server = openServer()
  const tab = await openLines(server, newPlace())
  pageFragment(server.doc, PAGE).insert(2, [line('c', 'Thirty minutes')])
  server.tell(Y.encodeStateAsUpdate(server.doc))
  for (const words of [' soon', ' long']) {
    await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
    server.cut()
    joinLines(tab)
    textIn(server, 1).insert(4, words)
    server.isAway = false
    tab.retry()
    await vi.waitFor(() => expect(pageOf(server)[0]).toContain(words))
  }
  expect(pageOf(server)).toEqual(['We meet. Thir longty minutesShip soon the beta'])
})

test('what comes after a join at which an editor threw is heard', async () => {
  const server = openServer()
  const tab = await openLines(server, newPlace())
  server.cut()
  textIn(server, 1).insert(4, ' soon')
  let threw = 0
  const fail = (): void => {
    threw += 1
    throw new Error('an editor')
  }
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  pageFragment(tab.doc, PAGE).observeDeep(fail)
  server.isAway = false
  tab.retry()
  await vi.waitFor(() => expect(threw).toBe(1))
  pageFragment(tab.doc, PAGE).unobserveDeep(fail)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(server.doc))
  textIn({ doc: other }, 0).insert(0, 'Later. ')
  server.tell(Y.encodeStateAsUpdate(other))
  await vi.waitFor(() => expect(pageOf(tab)).toEqual(['Later. We meet. ', 'Ship soon the beta']))
  expect(told).toHaveBeenCalledOnce()
  told.mockRestore()
})

test('who only reads offers no deletion that nobody made', async () => {
  const server = openServer()
  const tab = await openLines(server, newPlace())
  tab.setMayWrite(false)
  const late = new Y.Doc()
  Y.applyUpdate(late, Y.encodeStateAsUpdate(server.doc))
  ;(pageFragment(late, PAGE).get(1) as Y.XmlElement).setAttribute('kind', 'action')
  const update = Y.encodeStateAsUpdate(late)
  pageFragment(server.doc, PAGE).delete(1, 1)
  server.tell(Y.encodeStateAsUpdate(server.doc))
  server.tell(update)
  await vi.waitFor(() => expect(pageOf(tab)).toEqual(['We meet. ']))
  server.cut()
  server.isAway = false
  const before = server.received.length
  tab.retry()
  await vi.waitFor(() => expect(server.received.length).toBeGreaterThan(before))
  expect(Y.decodeUpdate(server.received.at(-1)?.update ?? new Uint8Array()).ds.clients.size).toBe(0)
})

test('what was deleted is forgotten once the server knows', async () => {
  const server = openServer()
  const tab = await openLines(server, newPlace())
  const text = textIn(tab, 1)
  joinLines(tab)
  const contents = (): readonly unknown[] => [text._item?.content, text._start?.content].map((content) => content?.constructor)
  expect(contents()).toEqual([Y.ContentType, Y.ContentString])
  await vi.waitFor(() => expect(contents()).not.toContain(Y.ContentString), 3_000)
})
