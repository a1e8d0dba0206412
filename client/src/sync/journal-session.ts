/** An open journal: its document, the copy on this device, the connection, and an honest account of what is saved where. */
import { pagesOf } from '@tandem/shared/document/journal-doc.ts'
import { keepWords } from '@tandem/shared/document/rescue/keep-words.ts'
import { type FailureCode, failureKind, isFailureCode } from '@tandem/shared/failure.ts'
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import type { OwnFrame } from '@tandem/shared/wire/frames.ts'
import { isRowKind, type RowKind } from '@tandem/shared/wire/row-kinds.ts'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createEditMemory } from './edit-memory.ts'
import { openKeptHere } from './kept-here.ts'
import { openLink } from './link.ts'
import { createListeners } from './listeners.ts'
import { isPresent, openAnsweredTabs } from './present-tabs.ts'
import type { StorageState } from './local-copy.ts'
import { account, isEverythingCommitted, isUnsaved, openAccount, type SaveEvent, saveState } from './save-state.ts'
import type { JournalSession } from './session.ts'
import { type ContentState, type SessionState, unlessSame } from './session-state.ts'
import { steadyNow } from './steady-clock.ts'
import { tidyOnlyWhere } from './tidying.ts'
import { listenToWorld } from './wake.ts'

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
/** Once the system says that the network is gone, or somebody asks, a server that does not answer in this time is gone too. */
const DOUBT = 1_500

export function openJournalSession(options: SessionOptions): JournalSession {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const closedTabs = openAnsweredTabs(awareness)
  const kept = keepWords(doc, { isOwn: (client) => client === doc.clientID || closedTabs.has(client), isSettled: () => isCurrent && !isUnsaved(books) })
  let mayWrite = false
  tidyOnlyWhere(doc, () => mayWrite)
  const listeners = createListeners()
  const editListeners = createListeners()
  const hintListeners = createListeners<RowKind>()
  const memory = createEditMemory(() => setStorage('failed'))
  // Nothing is known of what this device keeps before it has answered.
  let books = openAccount({ edits: 0, savedAt: null, isUnread: true })
  let content: ContentState = 'loading'
  let storage: StorageState = 'ready'
  let fullness = 0
  let news = 0
  let isCurrent = false
  let isClosed = false
  let isAsking = false
  let state = look()
  let save = saveState(books, steadyNow())

  function look(): SessionState {
    return { content, isConnected: books.isOpen, storage, barred: books.barred ?? undefined, refusal: books.refusal ?? undefined, fullness, news, isCurrent }
  }

  function tell(): void {
    const before = { state, save }
    state = unlessSame(state, look())
    save = unlessSame(save, saveState(books, steadyNow()))
    if (!isClosed && (state !== before.state || save !== before.save)) listeners.tell()
  }

  function book(event: SaveEvent): void {
    books = account(books, event)
    memory.note(books)
    tell()
  }

  function setStorage(now: StorageState): void {
    // What has failed once has a gap: it is not trusted again. What this tab writes again for one that was closed it cannot hear of, so each opening would write it once more.
    if (storage !== 'failed') storage = now
    if (now === 'failed') closedTabs.clear()
    tell()
  }

  function setContent(now: ContentState): void {
    if (content !== 'ready') content = now
    tell()
  }

  const link = openLink({
    url: options.url,
    documentId: options.documentId,
    person: options.person,
    doc,
    awareness,
    ear: {
      opened() {
        // Told anew when it still is so.
        fullness = 0
        isCurrent = false
        book({ kind: 'opened', at: steadyNow() })
      },
      closed({ failure, wasOpen }) {
        isCurrent = false
        book({ kind: 'closed' })
        if (failure && (failure === 'frame-too-large' || !failureKind(failure).retry)) refuse(failure)
        else if (!wasOpen) void askWhy()
      },
      hasNothing: () => !mayWrite && !isUnsaved(books),
      joining: kept.joining,
      synced() {
        news += 1
        isCurrent = true
        setContent('ready')
      },
      broke: () => refuse('broken-document'),
      sent: (isOffer) => book({ kind: 'sent', isOffer, at: steadyNow() }),
      heldBack: (isHeldBack) => book({ kind: 'held-back', isHeldBack }),
      own: hear,
    },
  })

  function hear(frame: OwnFrame): void {
    switch (frame.kind) {
      case 'ack':
        book({ kind: 'acked', count: frame.count, at: steadyNow(), time: Date.now() })
        return void rescueLate()
      case 'refused':
        if (frame.code === 'role-changed') news += 1
        return book({ kind: 'refused', code: isFailureCode(frame.code) ? frame.code : 'internal' })
      case 'fullness':
        fullness = frame.percent
        return tell()
      case 'hint':
        return isRowKind(frame.what) ? hintListeners.tell(frame.what) : undefined
    }
  }

  async function rescueLate(): Promise<void> {
    // By then it is known who is there too.
    const isDue = (): boolean => !isUnsaved(books) && isEverythingCommitted(books) && !isClosed
    if (!isDue()) return
    const isAnswering = kept.isWaiting() && (await device.answersForLate())
    if (!isDue()) return
    kept.saved({ isAnswering, isThere: (client) => !mayWrite || isPresent(awareness, client) })
  }

  function refuse(failure: FailureCode): void {
    // One edit is too large; what the others write still has to arrive.
    if (failure === 'frame-too-large') return book({ kind: 'refused', code: failure })
    link.rest()
    book({ kind: 'barred', code: failure })
    if (content === 'loading') setContent('missing')
  }

  async function askWhy(): Promise<void> {
    if (isAsking || isClosed) return
    isAsking = true
    const failure = await options.whyRefused().finally(() => {
      isAsking = false
    })
    // Meanwhile it may have opened.
    if (failure && !failureKind(failure).retry && !books.isOpen && !isClosed) refuse(failure)
  }

  const device = openKeptHere({
    documentId: options.documentId,
    person: options.person,
    doc,
    ear: {
      marked(unsaved, closed) {
        closedTabs.add(closed)
        memory.attach(unsaved)
        book({ kind: 'found', ...unsaved.found })
      },
      read() {
        book({ kind: 'read', time: Date.now() })
        if (pagesOf(doc).size > 0) setContent('ready')
      },
      storage: setStorage,
    },
  })

  awareness.on('change', () => void rescueLate())

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === link.origin || device.isFrom(origin)) return
    book({ kind: 'edited', at: steadyNow() })
    editListeners.tell()
  })

  // Connected only when the device has answered, so that the server sends what it lacks and not the whole journal.
  void device.answered.then(() => !isClosed && link.connect())

  function retry(): void {
    // No connection mends what broke in this page's document, and until it broke again words could be typed that go nowhere.
    if (books.barred === 'broken-document') return
    if (books.isOpen) link.probe(DOUBT)
    else link.connect()
  }

  function tick(): void {
    kept.letGo()
    if (kept.isWaiting()) void rescueLate()
    tell()
  }

  function end(): void {
    isClosed = true
    clearTimeout(patience)
    clearInterval(ticking)
    stopListening()
    link.close()
    awareness.destroy()
    memory.close()
  }

  const stopListening = listenToWorld({ onReturn: retry, onOffline: () => link.probe(DOUBT) })
  const patience = setTimeout(() => setContent('missing'), CONTENT_PATIENCE)
  const ticking = setInterval(tick, 1_000)

  return {
    doc,
    awareness,
    state: () => state,
    save: () => save,
    subscribe: listeners.add,
    onEdit: editListeners.add,
    onHint: hintListeners.add,
    heardAt: link.heardAt,
    isUnsaved: () => isUnsaved(books),
    setMayWrite(now) {
      mayWrite = now
    },
    retry,
    close() {
      end()
      device.close()
    },
    async forget() {
      await device.forget().catch((trouble: unknown) => {
        setStorage('failed')
        throw trouble
      })
      books = openAccount({ edits: 0, savedAt: null })
      end()
    },
  }
}
