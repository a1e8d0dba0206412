/** The index of an open journal. Made once for a document, however often its screen is opened, and gone with it. */
import { createJournalIndex, type JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type * as Y from 'yjs'

const indexes = new WeakMap<Y.Doc, JournalIndex>()

export function journalIndexOf(doc: Y.Doc): JournalIndex {
  const index = indexes.get(doc) ?? createJournalIndex(doc)
  indexes.set(doc, index)
  return index
}
