/** A program with nothing of ours: y-websocket's own provider over `ws`, signed in by a cookie. */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { eventually } from './eventually.ts'
import type { TestJournal, TestPerson } from './people.ts'

export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** The lines of the page the tests write in, as text. */
  text(): string
  /** Writes at the end of that text, in one transaction. */
  write(words: string): void
  synced(): Promise<void>
  close(): void
}

export interface StockOptions {
  readonly doc?: Y.Doc
  readonly params?: Record<string, string>
}

/** Joins a journal's document. Tabs of one process would hear each other without a server, so that is switched off. */
export function joinStock(person: TestPerson, journal: Pick<TestJournal, 'documentId'>, { doc = new Y.Doc(), params = {} }: StockOptions = {}): StockClient {
  const headers = { cookie: person.cookie, origin: person.address }
  class SignedInWebSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers })
    }
  }
  const provider = new WebsocketProvider(`${person.address.replace(/^http/, 'ws')}/sync`, journal.documentId, doc, {
    WebSocketPolyfill: SignedInWebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  })
  return {
    doc,
    provider,
    text: () => doc.getText('scratch').toJSON(),
    write: (words) => doc.getText('scratch').insert(doc.getText('scratch').length, words),
    synced: () => eventually('the client is synced', () => provider.synced).then(() => undefined),
    close: () => {
      provider.destroy()
      // The provider leaves its awareness beating, and a program would never end.
      provider.awareness.destroy()
    },
  }
}
