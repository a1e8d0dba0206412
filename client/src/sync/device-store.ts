/** What this browser remembers for one person beside the documents themselves. Another person signing in here gets another one. */
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** How much of a document one tab has written and not seen committed. */
export interface UnsavedMark {
  readonly document: DocumentId
  /** The tab's Yjs client id: two tabs must not forget each other's edits. */
  readonly tab: number
  readonly edits: number
  readonly savedAt: number | null
}

interface Tables extends DBSchema {
  unsaved: { key: [string, number]; value: UnsavedMark; indexes: { document: string } }
}

export type DeviceStore = IDBPDatabase<Tables>

/** Rejects where the browser has no storage, or refuses it. It never answers as long as another tab keeps it from being deleted. */
export async function openDeviceStore(person: PersonId): Promise<DeviceStore> {
  return openDB<Tables>(`tandem:${person}`, 1, {
    upgrade(database) {
      database.createObjectStore('unsaved', { keyPath: ['document', 'tab'] }).createIndex('document', 'document')
    },
    // Whoever waits to delete it or to make it anew keeps every other tab of this person waiting.
    blocking(_current, _wanted, { target }) {
      if (target instanceof IDBDatabase) target.close()
    },
  })
}

/** The name of the person's local copy of a document. */
export function localCopyName(person: PersonId, document: DocumentId): string {
  return `tandem:${person}:${document}`
}
