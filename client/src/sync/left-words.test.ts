/**
 * Whoever was removed from a journal finds what only this device has of it, and nobody else does.
 *
 * @vitest-environment jsdom
 */
import 'fake-indexeddb/auto'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { localCopyName, openDeviceStore } from './device-store.ts'
import { findLeftWords } from './left-words.ts'
import { openLocalCopy } from './local-copy.ts'
import { rememberDocument } from './opened-documents.ts'

/** A journal that somebody wrote into here; `edits` of it are not on the server. */
async function leaveWords({ edits }: { readonly edits: number }) {
  const [person, journal, document] = [newId() as PersonId, newId() as JournalId, newId() as DocumentId]
  rememberDocument(person, journal, document)
  const doc = new Y.Doc()
  const copy = openLocalCopy(localCopyName(person, document), doc, (state) => expect.fail(`storage ${state}`))
  await copy.loaded
  doc.getText('words').insert(0, 'Only here')
  await copy.close()
  const store = await openDeviceStore(person)
  await store.put('unsaved', { document, tab: 1, edits, savedAt: null })
  store.close()
  return { person, journal }
}

test('unsaved words of a journal that does not open are found by the person who wrote them', async () => {
  const { person, journal } = await leaveWords({ edits: 2 })
  expect((await findLeftWords(person, journal))?.getText('words').toJSON()).toBe('Only here')
  expect(await findLeftWords(newId() as PersonId, journal)).toBeUndefined()
})

test('a journal in which everything is saved leaves nothing to take along', async () => {
  const { person, journal } = await leaveWords({ edits: 0 })
  expect(await findLeftWords(person, journal)).toBeUndefined()
})
