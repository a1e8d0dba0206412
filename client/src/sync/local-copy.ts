/** The copy of a document that stays in this browser: opened first, written right after every edit, and telling when it cannot. */
import { deleteDB } from 'idb'
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { openCopyWriter } from './copy-writer.ts'

/** `unavailable`: there is no storage here. `failed`: it stopped taking edits, as when the disk is full or the site's data were cleared. */
export type StorageState = 'ready' | 'unavailable' | 'failed'

export interface LocalCopy {
  /** Resolves when what was stored stands in the document, however long that takes; never rejects. */
  readonly loaded: Promise<StorageState>
  /** The origin of updates that come out of the copy, so that they are not taken for new writing. */
  readonly origin: unknown
  close(): Promise<void>
  /** Closes it, also in other tabs, and nothing is left of it. Rejects when a tab does not let go. */
  forget(): Promise<void>
}

export function openLocalCopy(name: string, doc: Y.Doc, tell: (state: StorageState) => void): LocalCopy {
  const copy = new IndexeddbPersistence(name, doc)
  const writes = openCopyWriter(doc, copy, fail)
  const isOpened = copy._db.then(
    (database) => {
      watch(database, fail)
      return true
    },
    () => false,
  )
  const failing = Promise.withResolvers<StorageState>()
  const loaded = isOpened.then((opened): StorageState | Promise<StorageState> => (opened ? copy.whenSynced.then(() => 'ready' as const) : 'unavailable'))
  function fail(): void {
    writes.stop()
    tell('failed')
    failing.resolve('failed')
  }
  return {
    origin: copy,
    loaded: Promise.race([loaded, failing.promise]),
    async close() {
      writes.now()
      writes.stop()
      if (await isOpened) await copy.destroy()
    },
    async forget() {
      writes.stop()
      if (!(await isOpened)) return
      await copy.destroy()
      await deleteCopy(name)
    },
  }
}

/** A failed write ends its transaction and bubbles to the database; cleared site data and a deletion elsewhere close it. */
function watch(database: IDBDatabase, failed: () => void): void {
  database.addEventListener('abort', failed)
  database.addEventListener('close', failed)
  database.addEventListener('versionchange', () => {
    failed()
    // Another tab deletes it, and waits until it is let go.
    database.close()
  })
}

function deleteCopy(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    void deleteDB(name, { blocked: () => reject(new Error('Another tab does not let go of the copy on this device.')) }).then(resolve, reject)
  })
}
