/** Leaving a journal: its session is open until its words are saved, and the tab asks before it is closed with words that only it has. */
import { newId } from '@tandem/shared/ids.ts'
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import type { JournalSession } from './session.ts'
import { closeWhenSaved, takeUpLingering, holdsWordsAlone } from './lingering-sessions.ts'
import { createListeners } from './listeners.ts'
import type { StorageState } from './local-copy.ts'

/** A journal left by its screen with something unsaved in it. */
function leaveUnsaved(storage: StorageState) {
  const listeners = createListeners()
  let isUnsaved = true
  const close = vi.fn<() => void>()
  const session = { isUnsaved: () => isUnsaved, state: () => ({ storage }), subscribe: listeners.add, close } as unknown as JournalSession
  const whose = { person: newId() as PersonId, documentId: newId() as DocumentId }
  closeWhenSaved(whose, session)
  const save = (): void => {
    isUnsaved = false
    listeners.tell()
  }
  return { session, whose, close, save }
}

function isAskedOnLeaving(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
})

test.for(['failed', 'unavailable'] as const)('with storage %s the tab asks before it is closed, until the words are saved', (storage) => {
  const ana = leaveUnsaved(storage)
  expect(isAskedOnLeaving()).toBe(true)
  expect([holdsWordsAlone(ana.whose.person), holdsWordsAlone(newId() as PersonId)]).toEqual([true, false])
  ana.save()
  expect(ana.close).toHaveBeenCalledOnce()
  expect(isAskedOnLeaving()).toBe(false)
})

test('words that are on the device keep nobody', () => {
  const ana = leaveUnsaved('ready')
  expect(isAskedOnLeaving()).toBe(false)
  expect(ana.close).not.toHaveBeenCalled()
  ana.save()
  expect(ana.close).toHaveBeenCalledOnce()
})

test('a journal that is opened again goes on with its session, which its screen closes', () => {
  const ana = leaveUnsaved('failed')
  expect(takeUpLingering(ana.whose)).toBe(ana.session)
  expect(takeUpLingering(ana.whose)).toBeUndefined()
  expect(isAskedOnLeaving()).toBe(false)
  ana.save()
  expect(ana.close).not.toHaveBeenCalled()
})
