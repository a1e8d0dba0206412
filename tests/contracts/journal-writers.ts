/** People who write into one journal's document by hand, without editors: each act is one entry for the log. */
import type { NewEntry } from '@tandem/server/log/update-log.ts'
import { newId, type PersonId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { type JournalActs, journalActs } from '../support/journal-acts.ts'
import { entryOf } from './log-scene.ts'

export interface JournalWriter extends JournalActs {
  readonly person: PersonId
  readonly doc: Y.Doc
  /** What was written since the last call, as one entry; `undefined` when nothing was. */
  entry(at: number): NewEntry | undefined
}

/** Several people on one document; what one has written the others hear when `entry` is called. */
export function journalWriters(...people: readonly PersonId[]): JournalWriter[] {
  const writers: { doc: Y.Doc; written: Uint8Array[] }[] = []
  return people.map((person, place) => {
    const doc = new Y.Doc()
    doc.clientID = place + 1
    const own = { doc, written: [] as Uint8Array[] }
    writers.push(own)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') own.written.push(update)
    })
    const entry = (at: number): NewEntry | undefined => {
      const updates = own.written.splice(0)
      if (updates.length === 0) return undefined
      for (const other of writers) if (other !== own) for (const update of updates) Y.applyUpdate(other.doc, update, 'heard')
      return entryOf({ id: newId(), author: person, at, updates })
    }
    return { person, doc, entry, ...journalActs(doc) }
  })
}
