/** What is told before signing out: nothing, that words wait on this device, or that they may be nowhere else than in this page. */
import 'fake-indexeddb/auto'
import { newId } from '@tandem/shared/ids.ts'
import type { DocumentId, JournalId, PersonId } from '@tandem/shared/ids.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDeviceStore } from '../sync/device-store.ts'
import type { JournalSession } from '../sync/session.ts'
import { closeWhenSaved, takeUpLingering } from '../sync/lingering-sessions.ts'
import { openOutboxStore } from '../sync/outbox-store.ts'
import { findLeftBehind } from './left-behind.ts'

const someone = () => newId() as PersonId

test('who has everything saved leaves nothing behind', async () => {
  expect(await findLeftBehind(someone(), 0)).toBe('nothing')
})

test('unsaved edits and waiting commands stay on the device', async () => {
  const [ana, ben] = [someone(), someone()]
  const store = await openDeviceStore(ana)
  await store.put('unsaved', { document: newId() as DocumentId, tab: 1, edits: 2, savedAt: null })
  await (await openOutboxStore(ben)).add({ id: newId(), journal: newId() as JournalId, name: 'say', input: {}, says: 'hello', at: 1 })
  expect([await findLeftBehind(ana, 0), await findLeftBehind(ben, 1)]).toEqual(['on-device', 'on-device'])
})

test('a command that found no room on the device is only here', async () => {
  expect(await findLeftBehind(someone(), 1)).toBe('only-here')
})

test('words of a journal that was left while nothing could be stored are only here', async () => {
  vi.stubGlobal('window', new EventTarget())
  const whose = { person: someone(), documentId: newId() as DocumentId }
  const session = { isUnsaved: () => true, state: () => ({ storage: 'failed' }), subscribe: () => () => undefined }
  closeWhenSaved(whose, session as unknown as JournalSession)
  onTestFinished(() => void takeUpLingering(whose))
  expect(await findLeftBehind(whose.person, 0)).toBe('only-here')
})

test('a device that cannot say is not taken for one that has nothing', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new Error('no storage')
  })
  expect(await findLeftBehind(someone(), 0)).toBe('only-here')
  open.mockImplementation(() => new EventTarget() as IDBOpenDBRequest)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const answer = findLeftBehind(someone(), 0)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await answer).toBe('only-here')
})
