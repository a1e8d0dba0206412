/** An open journal: its document, the copy on this device, the connection, and an honest account of what is saved where. */
import { type FailureCode, failureKind, isFailureCode } from '@tandem/shared/failure.ts'
import { pagesOf } from '@tandem/shared/document/journal-doc.ts'
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import type { OwnFrame } from '@tandem/shared/wire/frames.ts'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { localCopyName, openDeviceStore } from './device-store.ts'
import { type Link, openLink } from './link.ts'
import { type LocalCopy, openLocalCopy, type StorageState } from './local-copy.ts'
import { account, isUnsaved, openAccount, type SaveAccount, type SaveEvent, saveState } from './save-state.ts'
import { type ContentState, isSameState, type SessionState } from './session-state.ts'
import { openUnsavedEdits, type RememberedEdits, type UnsavedEdits } from './unsaved-edits.ts'

export interface JournalSession {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  state(): SessionState
  /** Returns the way to stop listening. */
  subscribe(listener: () => void): () => void
  /** Calls back for everything written here. Returns the way to stop. */
  onEdit(listener: () => void): () => void
  /** Whether this device alone has some of the words. */
  isUnsaved(): boolean
  /** Tries the server now. */
  retry(): void
  close(): void
}

export interface SessionOptions {
  readonly documentId: DocumentId
  /** Storage is kept per person: another one signing in here never sends this one's words. */
  readonly person: PersonId
  /** Where rooms are, as `wss://example.org/sync`. */
  readonly url: string
  /** Browsers hide why an upgrade was refused: asks the server in an ordinary call. `undefined` when it gives no reason, or cannot be reached. */
  readonly whyRefused: () => Promise<FailureCode | undefined>
}

/** After this long without words the screen says so instead of showing a shape for ever. */
const CONTENT_PATIENCE = 5_000
/** Going from unsaved to saved is remembered a little later: while somebody types it happens at every keystroke. */
const SETTLING = 1_000
/** After the system says that the network is gone, a server that does not answer in this time is gone too. */
const OFFLINE_PATIENCE = 1_500

export function openJournalSession(options: SessionOptions): JournalSession {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const listeners = new Set<() => void>()
  const editListeners = new Set<() => void>()
  let books: SaveAccount = openAccount({ edits: 0, savedAt: null })
  let content: ContentState = 'loading'
  let storage: StorageState = 'ready'
  let joins = 0
  let copy: LocalCopy | undefined
  let unsaved: UnsavedEdits | undefined
  let isClosed = false
  let isAsking = false
  let shown = look()

  function look(): SessionState {
    return { save: saveState(books, Date.now()), content, isConnected: books.isOpen, storage, barred: books.barred ?? undefined, joins }
  }

  function tell(): void {
    if (isClosed) return
    const next = look()
    if (isSameState(shown, next)) return
    shown = next
    for (const listener of listeners) listener()
  }

  function book(event: SaveEvent): void {
    books = account(books, event)
    remember()
    tell()
  }

  let remembered: RememberedEdits = books
  let settling: ReturnType<typeof setTimeout> | undefined
  function remember(): void {
    clearTimeout(settling)
    if (books.edits === remembered.edits && books.savedAt === remembered.savedAt) return
    // More unsaved edits are remembered at once: the tab may be closed in the next moment.
    if (books.edits > remembered.edits) writeRemembered()
    else settling = setTimeout(writeRemembered, SETTLING)
  }

  function writeRemembered(): void {
    remembered = { edits: books.edits, savedAt: books.savedAt }
    unsaved?.remember(remembered).catch(() => setStorage('failed'))
  }

  function setStorage(state: StorageState): void {
    storage = state
    tell()
  }

  function hasWords(): boolean {
    return pagesOf(doc).size > 0
  }

  function setContent(state: ContentState): void {
    if (content === 'ready') return
    content = state
    tell()
  }

  const link: Link = openLink({
    url: options.url,
    documentId: options.documentId,
    doc,
    awareness,
    ear: {
      opened: () => book({ kind: 'opened' }),
      closed({ failure, wasOpen }) {
        book({ kind: 'closed' })
        if (failure && !failureKind(failure).retry) refuse(failure)
        else if (!wasOpen) void askWhy()
      },
      synced() {
        joins += 1
        setContent('ready')
        tell()
      },
      sent: (isOffer) => book({ kind: 'sent', isOffer, at: Date.now() }),
      own: hear,
    },
  })

  function hear(frame: OwnFrame): void {
    if (frame.kind === 'ack') book({ kind: 'acked', count: frame.count, at: Date.now() })
    else book({ kind: 'refused', code: isFailureCode(frame.code) ? frame.code : 'internal' })
  }

  function refuse(failure: FailureCode): void {
    if (failure === 'frame-too-large') return book({ kind: 'refused', code: failure })
    link.rest()
    book({ kind: 'barred', code: failure })
    if (content === 'loading') setContent('missing')
  }

  async function askWhy(): Promise<void> {
    if (isAsking || isClosed) return
    isAsking = true
    const failure = await options.whyRefused()
    isAsking = false
    // Meanwhile it may have opened.
    if (failure && !failureKind(failure).retry && !books.isOpen && !isClosed) refuse(failure)
  }

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === link.origin || origin === copy?.origin) return
    book({ kind: 'edited', at: Date.now() })
    for (const listener of editListeners) listener()
  })

  async function start(): Promise<void> {
    const store = await openDeviceStore(options.person).catch(() => undefined)
    if (isClosed) return store?.close()
    if (store) {
      unsaved = await openUnsavedEdits(store, { document: options.documentId, tab: doc.clientID })
      if (isClosed) return
      books = { ...books, ...unsaved.found }
      remembered = unsaved.found
      copy = openLocalCopy(localCopyName(options.person, options.documentId), doc, setStorage)
      setStorage(await copy.loaded)
    } else setStorage('unavailable')
    if (isClosed) return
    if (hasWords()) setContent('ready')
    // Connected only now, so that the server sends what this device lacks and not the whole journal.
    link.connect()
  }

  function retry(): void {
    if (books.isOpen) link.probe(OFFLINE_PATIENCE)
    else link.connect()
  }

  const onOffline = (): void => link.probe(OFFLINE_PATIENCE)
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') retry()
  }
  window.addEventListener('online', retry)
  window.addEventListener('offline', onOffline)
  window.addEventListener('focus', retry)
  document.addEventListener('visibilitychange', onVisible)
  const patience = setTimeout(() => setContent('missing'), CONTENT_PATIENCE)
  const ticking = setInterval(tell, 1_000)
  start().catch(() => {
    setStorage('failed')
    link.connect()
  })

  return {
    doc,
    awareness,
    state: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onEdit(listener) {
      editListeners.add(listener)
      return () => editListeners.delete(listener)
    },
    isUnsaved: () => isUnsaved(books),
    retry,
    close() {
      isClosed = true
      clearTimeout(patience)
      clearTimeout(settling)
      clearInterval(ticking)
      window.removeEventListener('online', retry)
      window.removeEventListener('offline', onOffline)
      window.removeEventListener('focus', retry)
      document.removeEventListener('visibilitychange', onVisible)
      link.close()
      awareness.destroy()
      void copy?.close()
      writeRemembered()
    },
  }
}
