/** The world around a session: a server with a document behind a line that a test cuts and holds, and a device whose storage a test holds. */
import { type DocumentId, newId, type PageId, type PersonId } from '@tandem/shared/ids.ts'
import { addPage } from '@tandem/shared/document/journal-doc.ts'
import { encodeAck, encodeRefused, MESSAGE, SYNC } from '@tandem/shared/wire/frames.ts'
import type { FailureCode } from '@tandem/shared/failure.ts'
import { onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { openJournalSession } from '../journal-session.ts'
import type { JournalSession } from '../session.ts'

export const PAGE = 'page' as PageId

/** A number of the wire: seven bits a byte. */
function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...number(Math.floor(value / 128))]
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return Uint8Array.of(MESSAGE.sync, step, ...number(bytes.length), ...bytes)
}

/** What a sync frame bears, behind its two types and its length. */
function bodyOf(frame: Uint8Array): Uint8Array {
  let at = 2
  while ((frame[at] ?? 0) >= 128) at += 1
  return frame.subarray(at + 1)
}

/** Whether an update builds on what a document does not have. */
function hasGap(doc: Y.Doc, update: Uint8Array): boolean {
  const trial = new Y.Doc()
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(trial, update)
  return trial.store.pendingStructs !== null || trial.store.pendingDs !== null
}

export interface TestServer {
  readonly doc: Y.Doc
  /** The updates that came, each with the step it came in. */
  readonly received: { readonly step: number; readonly update: Uint8Array }[]
  /** Whether connections come to be, and how many were tried. */
  isAway: boolean
  attempts: number
  /** Whether it takes everything and says nothing, as a line that is dead. */
  isSilent: boolean
  /** Whether the line breaks while somebody joins, when part of what they lack has arrived. */
  breaksJoins: boolean
  /** Why it takes no update; `undefined` as long as it takes them. */
  refuses: FailureCode | undefined
  /** Sends what others wrote to who is connected. */
  tell(update: Uint8Array): void
  send(frame: Uint8Array): void
  askForMissing(): void
  /** Cuts all connections, and takes no others. */
  cut(): void
}

/** Stands in for the browser's sockets until the test is over. The document on the server has one page. */
export function openServer(): TestServer {
  const sockets = new Set<TestSocket>()
  const doc = new Y.Doc()
  // As the relay does it keeps what it was sent: a document of its own would add deletions that nobody meant.
  const log: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'wire' && log.push(update))
  const store = (update: Uint8Array): void => {
    log.push(update)
    Y.applyUpdate(doc, update, 'wire')
  }
  addPage(doc, PAGE, { kind: 'note', title: 'Page' })
  const server: TestServer = {
    doc,
    received: [],
    isAway: false,
    attempts: 0,
    isSilent: false,
    breaksJoins: false,
    refuses: undefined,
    tell(update) {
      store(update)
      server.send(syncFrame(SYNC.update, update))
    },
    send: (frame) => sockets.forEach((socket) => socket.deliver(frame)),
    askForMissing: () => server.send(syncFrame(SYNC.step1, Y.encodeStateVector(doc))),
    cut() {
      server.isAway = true
      sockets.forEach((socket) => socket.close())
    },
  }

  class TestSocket extends EventTarget {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 0
    #count = 0

    constructor() {
      super()
      server.attempts += 1
      queueMicrotask(() => (server.isAway ? this.close() : this.#open()))
    }

    set onopen(listener: (() => void) | null) {
      if (listener) this.addEventListener('open', listener)
    }

    set onmessage(listener: ((event: Event) => void) | null) {
      if (listener) this.addEventListener('message', listener)
    }

    set onclose(listener: ((event: Event) => void) | null) {
      if (listener) this.addEventListener('close', listener)
    }

    #open(): void {
      if (this.readyState !== 0) return
      this.readyState = 1
      sockets.add(this)
      // Asked before it is answered, as by the relay.
      this.deliver(syncFrame(SYNC.step1, Y.encodeStateVector(doc)))
      this.dispatchEvent(new Event('open'))
    }

    /** Never in the turn of what is answered, as on a line. */
    deliver(frame: Uint8Array): void {
      if (server.isSilent) return
      const data = Uint8Array.from(frame).buffer
      queueMicrotask(() => this.readyState === 1 && this.dispatchEvent(new MessageEvent('message', { data })))
    }

    send(frame: Uint8Array): void {
      if (frame[0] !== MESSAGE.sync) return
      const [, step = SYNC.step1] = frame
      const update = bodyOf(frame).slice()
      if (step === SYNC.step1) {
        this.deliver(syncFrame(server.breaksJoins ? SYNC.update : SYNC.step2, Y.diffUpdate(Y.mergeUpdates(log), update)))
        if (server.breaksJoins) queueMicrotask(() => this.close())
        return
      }
      server.received.push({ step, update })
      this.#count += 1
      if (server.refuses) return this.deliver(encodeRefused(server.refuses, ''))
      if (hasGap(doc, update)) {
        this.deliver(encodeRefused('missing-updates', ''))
        if (step === SYNC.update) server.askForMissing()
        return
      }
      store(update)
      this.deliver(encodeAck(this.#count))
    }

    close(): void {
      if (this.readyState === 3) return
      this.readyState = 3
      sockets.delete(this)
      this.dispatchEvent(Object.assign(new Event('close'), { code: 1006, reason: '' }))
    }
  }

  vi.stubGlobal('WebSocket', TestSocket)
  onTestFinished(() => void vi.unstubAllGlobals())
  return server
}

export interface Place {
  readonly person: PersonId
  readonly documentId: DocumentId
}

export function newPlace(): Place {
  return { person: newId() as PersonId, documentId: newId() as DocumentId }
}

/** Opens the journal in a tab, until the test is over. */
export function openTab(place: Place): JournalSession {
  const session = openJournalSession({ ...place, url: 'ws://tandem', whyRefused: async () => undefined })
  onTestFinished(() => session.close())
  return session
}

/** The locks of a browser, as far as they are asked for here. */
export function provideLocks(): void {
  const held = new Set<string>()
  const locks = {
    async request(name: string, _options: unknown, hold: (lock: object | null) => Promise<void> | undefined) {
      if (held.has(name)) return hold(null)
      held.add(name)
      await hold({ name })
      held.delete(name)
    },
  }
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { locks }))
  onTestFinished(() => void vi.unstubAllGlobals())
}

export function write({ doc }: Pick<JournalSession, 'doc'>, text: string): void {
  doc.getText('words').insert(0, text)
}

export function wordsOf(doc: Y.Doc): string {
  return doc.getText('words').toJSON()
}

/** Keeps a store of a database from answering anybody else, until it is let go. */
export async function holdStore(name: string, store: string): Promise<() => Promise<void>> {
  const database = await asked(indexedDB.open(name))
  const transaction = database.transaction(store, 'readwrite')
  let isHeld = true
  const again = (): void => {
    if (isHeld) transaction.objectStore(store).count().addEventListener('success', again)
  }
  again()
  return async () => {
    isHeld = false
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    database.close()
  }
}

/** Keeps a database from being opened by anybody else, until it is let go: one tab has it open, and another waits to delete it. */
export async function blockOpening(name: string): Promise<() => void> {
  const database = await asked(indexedDB.open(name))
  indexedDB.deleteDatabase(name)
  return () => database.close()
}

/** Puts a record into a copy on this device. */
export async function addRecord(name: string, update: Uint8Array): Promise<void> {
  const database = await asked(indexedDB.open(name))
  await asked(database.transaction('updates', 'readwrite').objectStore('updates').add(update))
  database.close()
}

export function asked<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
