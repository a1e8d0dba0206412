/** What this device has of a journal that does not open any more, when some of it is nowhere else. */
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { localCopyName, openDeviceStore } from './device-store.ts'
import { openLocalCopy } from './local-copy.ts'
import { findDocument } from './opened-documents.ts'
import { openUnsavedEdits } from './unsaved-edits.ts'

/** `undefined` when everything this person wrote there is saved, or was never here. */
export async function findLeftWords(person: PersonId, journal: JournalId): Promise<Y.Doc | undefined> {
  const document = findDocument(person, journal)
  if (document === undefined) return undefined
  const store = await openDeviceStore(person)
  const doc = new Y.Doc()
  const { found } = await openUnsavedEdits(store, { document, tab: doc.clientID })
  store.close()
  if (found.edits === 0) return undefined
  const copy = openLocalCopy(localCopyName(person, document), doc, () => undefined)
  const state = await copy.loaded
  void copy.close()
  return state === 'ready' ? doc : undefined
}
