/**
 * What this device keeps of a journal: the marks of what is unsaved, and the copy of its words. A device that does not answer keeps nobody from the
 * server; when it answers late, its words come in all the same.
 */
import type { DocumentId, Millis, PersonId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import { DEVICE_PATIENCE } from './device-patience.ts'
import { openAnswering } from './answers-for.ts'
import { type DeviceStore, localCopyName, openDeviceStore } from './device-store.ts'
import { type LocalCopy, openLocalCopy, type StorageState } from './local-copy.ts'
import { openUnsavedEdits, type UnsavedEdits } from './unsaved-edits.ts'

export interface KeptEar {
  /** What earlier tabs left unsaved, and those of them that this one answers for. The copy they wrote into is read next. */
  marked(unsaved: UnsavedEdits, closed: readonly number[]): void
  /** As far as this device can tell, nothing that it keeps is missing in the document. */
  read(): void
  storage(state: StorageState): void
}

export interface KeptHere {
  /** Resolves when the device has answered, or when it is gone on without it; never rejects. */
  readonly answered: Promise<void>
  /** Whether an update came out of the copy, so that it is not taken for new writing. */
  isFrom(origin: unknown): boolean
  /** Whether this tab, and no other, answers now for words that came too late. */
  answersForLate(): Promise<boolean>
  close(): void
  /** Closes, and this device keeps nothing of the journal any more. Rejects when that cannot be. */
  forget(): Promise<void>
}

interface Keeping {
  readonly documentId: DocumentId
  readonly person: PersonId
  readonly doc: Y.Doc
  readonly ear: KeptEar
}

export function openKeptHere({ documentId, person, doc, ear }: Keeping): KeptHere {
  let store: DeviceStore | undefined
  let copy: LocalCopy | undefined
  let unsaved: UnsavedEdits | undefined
  const answering = openAnswering(documentId)
  let hasAnswered = false
  let isClosed = false

  async function open(): Promise<StorageState> {
    store = await openDeviceStore(person).catch(() => undefined)
    if (!store) return 'unavailable'
    if (isClosed) store.close()
    unsaved = await openUnsavedEdits(store, { document: documentId, tab: doc.clientID })
    // Its own first: a tab that opens next must not take this one for closed.
    await answering.take([doc.clientID])
    const closed = await answering.take(unsaved.tabs)
    if (isClosed) return 'ready'
    ear.marked(unsaved, closed)
    copy = openLocalCopy(localCopyName(person, documentId), doc, ear.storage)
    return copy.loaded
  }

  async function answer(): Promise<void> {
    const state = await open().catch((): StorageState => 'failed')
    hasAnswered = true
    if (isClosed) return
    ear.storage(state)
    // What a mark counts and the copy does not give stays unread.
    if (state === 'ready' || !unsaved || unsaved.found.edits === 0) ear.read()
  }

  function goOnWithout(): void {
    if (hasAnswered || isClosed) return
    ear.storage('unavailable')
    if (!unsaved || unsaved.found.edits === 0) ear.read()
  }

  return {
    answered: Promise.race([answer(), later(DEVICE_PATIENCE).then(goOnWithout)]),
    isFrom: (origin) => copy !== undefined && origin === copy.origin,
    answersForLate: () => answering.takeLate(),
    close() {
      isClosed = true
      answering.close()
      void copy?.close()
      store?.close()
    },
    async forget() {
      isClosed = true
      answering.close()
      await copy?.forget()
      await unsaved?.forget()
      store?.close()
    },
  }
}

function later(limit: Millis): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, limit))
}
