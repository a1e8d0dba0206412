/**
 * A session between a server and a device that answers late, or not at all.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { addPage } from '@tandem/shared/document/journal-doc.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { localCopyName, openDeviceStore } from './device-store.ts'
import { asked, blockOpening, holdStore, newPlace, openServer, openTab, PAGE, type Place, type TestServer, wordsOf, write } from './testing/session-world.ts'

/** Time passes by `vi.advanceTimersByTime` alone; the database goes on by itself. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
}

async function asTimePasses(fact: () => void): Promise<void> {
  await vi.waitFor(() => {
    vi.advanceTimersByTime(500)
    fact()
  })
}

/** A tab that wrote without network and was closed. */
async function writeAway(server: TestServer, place: Place, text: string): Promise<void> {
  server.isAway = true
  const tab = openTab(place)
  // It tries the server when the device has answered.
  await vi.waitFor(() => expect(server.attempts).toBeGreaterThan(0))
  server.isAway = false
  write(tab, text)
  tab.close()
  await vi.waitFor(async () => expect(await countMarked(place)).toBe(1))
}

async function countMarked({ person }: Place): Promise<number> {
  const store = await openDeviceStore(person)
  const marks = await store.getAll('unsaved')
  store.close()
  return marks.reduce((sum, { edits }) => sum + edits, 0)
}

test('a copy that answers late: nothing is said to be saved before its words are', async () => {
  const server = openServer()
  const place = newPlace()
  await writeAway(server, place, 'Written away. ')
  const letGo = await holdStore(localCopyName(place.person, place.documentId), 'updates')
  holdTime()
  const tab = openTab(place)
  await asTimePasses(() => expect(tab.state()).toMatchObject({ isCurrent: true, storage: 'unavailable' }))
  write(tab, 'Written here. ')
  await vi.waitFor(() => expect(wordsOf(server.doc)).toBe('Written here. '))
  vi.advanceTimersByTime(1_500)
  expect(tab.save()).toEqual({ kind: 'on-device', edits: 1 })
  expect(await countMarked(place)).toBe(1)
  await letGo()
  await vi.waitFor(() => expect(tab.state().storage).toBe('ready'))
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  vi.advanceTimersByTime(1_500)
  expect(wordsOf(server.doc)).toContain('Written away.')
  await vi.waitFor(async () => expect(await countMarked(place)).toBe(0))
})

test('a copy that never answers hides nothing where everything was saved: what is written then is said to be saved', async () => {
  const server = openServer()
  const place = newPlace()
  const before = openTab(place)
  write(before, 'Saved before. ')
  await vi.waitFor(() => expect(before.save().kind).toBe('saved'))
  before.close()
  await vi.waitFor(async () => expect(await countMarked(place)).toBe(0))
  const letGo = await holdStore(localCopyName(place.person, place.documentId), 'updates')
  holdTime()
  const tab = openTab(place)
  await asTimePasses(() => expect(tab.state()).toMatchObject({ isCurrent: true, storage: 'unavailable' }))
  write(tab, 'Written here. ')
  await vi.waitFor(() => expect(wordsOf(server.doc)).toContain('Written here. '))
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  await letGo()
})

test('a copy that answers late without network is shown all the same', async () => {
  const server = openServer()
  const place = newPlace()
  server.isAway = true
  const before = openTab(place)
  await vi.waitFor(() => expect(server.attempts).toBeGreaterThan(0))
  addPage(before.doc, PAGE, { kind: 'note', title: 'Page' })
  before.close()
  const letGo = await holdStore(localCopyName(place.person, place.documentId), 'updates')
  holdTime()
  const tab = openTab(place)
  await asTimePasses(() => expect(tab.state()).toMatchObject({ content: 'missing', storage: 'unavailable' }))
  await letGo()
  await vi.waitFor(() => expect(tab.state()).toMatchObject({ content: 'ready', storage: 'ready' }))
  expect(tab.save()).toEqual({ kind: 'on-device', edits: 1 })
})

test('a device that never answers keeps nobody from the server, and is taken when it answers at last', async () => {
  const server = openServer()
  const place = newPlace()
  const letGo = await blockOpening(`tandem:${place.person}`)
  holdTime()
  const tab = openTab(place)
  await asTimePasses(() => expect(tab.state()).toMatchObject({ isCurrent: true, content: 'ready', storage: 'unavailable' }))
  write(tab, 'Written here. ')
  await vi.waitFor(() => expect(wordsOf(server.doc)).toBe('Written here. '))
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  letGo()
  await vi.waitFor(() => expect(tab.state().storage).toBe('ready'))
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
})

test('an open tab keeps nobody from deleting what the device remembers, and says that it keeps nothing any more', async () => {
  openServer()
  const place = newPlace()
  const tab = openTab(place)
  await vi.waitFor(() => expect(tab.state().isCurrent).toBe(true))
  await asked(indexedDB.deleteDatabase(`tandem:${place.person}`))
  write(tab, 'Written after. ')
  await vi.waitFor(() => expect(tab.state().storage).toBe('failed'))
})

test('a page whose document is broken stays shut, whoever comes back to it', async () => {
  const server = openServer()
  const tab = openTab(newPlace())
  await vi.waitFor(() => expect(tab.state().isCurrent).toBe(true))
  // As Yjs leaves it when it throws while it cleans up.
  tab.doc._transactionCleanups.push(new Y.Transaction(tab.doc, null, false))
  server.askForMissing()
  await vi.waitFor(() => expect(tab.state().barred).toBe('broken-document'))
  window.dispatchEvent(new Event('focus'))
  tab.retry()
  expect(server.attempts).toBe(1)
  expect(tab.state().barred).toBe('broken-document')
})

test('an ack that does not come is told, also when the clock is set back meanwhile', async () => {
  const server = openServer()
  holdTime()
  const tab = openTab(newPlace())
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  server.isSilent = true
  write(tab, 'Waiting. ')
  expect(tab.save().kind).toBe('saving')
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(5_000)
  expect(tab.save()).toEqual({ kind: 'on-device', edits: 1 })
})

test('a line that went silent is given up, also when the clock is set back meanwhile', async () => {
  const server = openServer()
  holdTime()
  const tab = openTab(newPlace())
  await vi.waitFor(() => expect(tab.save().kind).toBe('saved'))
  server.isSilent = true
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(20_000)
  await vi.waitFor(() => expect(server.attempts).toBe(2))
})
