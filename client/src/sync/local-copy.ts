/** The copy of a document that stays in this browser: opened first, written with every edit, and telling when it cannot. */
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** `unavailable`: there is no storage here. `failed`: it stopped taking edits, as when the disk is full or the site's data were cleared. */
export type StorageState = 'ready' | 'unavailable' | 'failed'

export interface LocalCopy {
  /** Resolves when what was stored stands in the document; never rejects. */
  readonly loaded: Promise<StorageState>
  /** The origin of updates that come out of the copy, so that they are not taken for new writing. */
  readonly origin: unknown
  close(): Promise<void>
}

/** Longer than this, and opening is stuck behind another tab or a broken profile: go on without. */
const OPENING_LIMIT = 3_000

export function openLocalCopy(name: string, doc: Y.Doc, tell: (state: StorageState) => void): LocalCopy {
  const copy = new IndexeddbPersistence(name, doc)
  const isOpened = copy._db.then(
    (database) => {
      watch(database, () => {
        // Writing on into a closed database would throw into the keystroke that caused it.
        doc.off('update', copy._storeUpdate)
        tell('failed')
      })
      return true
    },
    () => false,
  )
  const loaded = isOpened.then((opened): StorageState | Promise<StorageState> => (opened ? copy.whenSynced.then(() => 'ready' as const) : 'unavailable'))
  return {
    origin: copy,
    loaded: Promise.race([loaded, later(OPENING_LIMIT, 'unavailable' as const)]),
    async close() {
      if (await isOpened) await copy.destroy()
      else doc.off('update', copy._storeUpdate)
    },
  }
}

/** A failed write ends its transaction and bubbles to the database; cleared site data and a deletion elsewhere close it. */
function watch(database: IDBDatabase, failed: () => void): void {
  database.addEventListener('abort', failed)
  database.addEventListener('close', failed)
  database.addEventListener('versionchange', failed)
}

function later<Value>(ms: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms))
}
