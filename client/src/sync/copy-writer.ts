/**
 * Writes into the copy on this device, so that it never has a gap: whatever is stored builds only on what is stored already. What Yjs writes later
 * builds on what it wrote before, and with a piece missing in between the rest could not be read, nor sent, ever again.
 */
import { type IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import { afterPaint } from './after-paint.ts'

export interface CopyWriter {
  /** Stores at once what has not been stored. */
  readonly now: () => void
  readonly stop: () => void
}

/** The only store of the database that bears words. */
const UPDATES = 'updates'

/** A letter is painted before it is stored, and what came meanwhile is stored in one piece. A page that is left or hidden stores at once: a phone may end it without another word. */
export function openCopyWriter(doc: Y.Doc, copy: IndexeddbPersistence, failed: () => void): CopyWriter {
  doc.off('update', copy._storeUpdate)
  let waiting: Uint8Array[] = []
  // How many writes have begun and not ended; the first one is the copy's own, of the document as it was opened.
  let running = 1
  let isStopped = false

  /** Does something in a transaction, and goes on with what waits when that has ended well. */
  function begin(mode: IDBTransactionMode, act: (updates: IDBObjectStore) => void): void {
    try {
      const transaction = copy.db?.transaction(UPDATES, mode)
      transaction?.addEventListener('complete', () => {
        running -= 1
        storeNext()
      })
      if (transaction) act(transaction.objectStore(UPDATES))
    } catch {
      // A database that was closed throws.
      failed()
    }
  }

  function store(update: Uint8Array): void {
    waiting = []
    running += 1
    begin('readwrite', (updates) => updates.add(update))
    copy._dbsize += 1
    if (copy._dbsize >= PREFERRED_TRIM_SIZE) trimLater(copy)
  }

  /** One after another: a later record must not come to be when an earlier one did not. */
  function storeNext(): void {
    const [first, ...more] = waiting
    if (!first || running > 0 || isStopped) return
    store(more.length === 0 ? first : Y.mergeUpdates([first, ...more]))
  }

  const painted = afterPaint(storeNext)

  function now(): void {
    painted.cancel()
    if (waiting.length === 0 || isStopped) return
    // There may be no time to see how the record before it ends: the whole document builds on none.
    if (running > 0) store(Y.encodeStateAsUpdate(doc))
    else storeNext()
  }

  const note = (update: Uint8Array, origin: unknown): void => {
    // Until the copy is open it takes the document as a whole.
    if (origin === copy || !copy.db) return
    waiting.push(update)
    painted.ask()
  }
  doc.on('update', note)
  window.addEventListener('pagehide', now)
  document.addEventListener('visibilitychange', now)
  // What reads the store is let in only when the copy's own first write, which it tells nobody about, has ended.
  void copy.whenSynced.then(() => begin('readonly', (updates) => updates.count()))

  return {
    now,
    stop: () => {
      isStopped = true
      painted.cancel()
      doc.off('update', note)
      window.removeEventListener('pagehide', now)
      document.removeEventListener('visibilitychange', now)
    },
  }
}

/** Many small records become one of the whole document, when writing pauses. */
function trimLater(copy: IndexeddbPersistence): void {
  clearTimeout(copy._storeTimeoutId)
  copy._storeTimeoutId = setTimeout(() => {
    copy._storeTimeoutId = null
    void storeState(copy, false)
  }, copy._storeTimeout)
}
