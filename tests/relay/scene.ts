/** The scene of the relay's tests: one real server per file, and for each test a new journal with two people. */
import type { Role } from '@tandem/shared/roles.ts'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { pair, type TestJournal, type TestPerson } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { joinStock, type StockClient, type StockOptions } from '../support/stock-client.ts'
import { openWire, type WireClient, type WireOptions } from '../support/wire-client.ts'

export interface Scene {
  readonly server: TestServer
  readonly ben: TestPerson & { readonly email: string }
  readonly ana: TestPerson
  readonly journal: TestJournal
  /** A connection of single frames, closed when the test is over. */
  wire(person: TestPerson, options?: WireOptions): Promise<WireClient>
  /** As `wire`, and joined. */
  joined(person: TestPerson, options?: WireOptions): Promise<WireClient>
  /** A stock client that is synced, destroyed when the test is over. */
  stock(person: TestPerson, options?: StockOptions): Promise<StockClient>
}

/** Starts a server for all tests of a file. The returned function makes a scene on it; Ben owns the journal, Ana's role may be chosen. */
export function useServer(env: Readonly<Record<string, string>> = {}): (options?: { readonly role?: Role }) => Promise<Scene> {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0', ...env } })
  })
  afterAll(async () => {
    await server.stop()
  })
  return ({ role } = {}) => sceneOn(server, role)
}

/** A new journal with Ben and Ana on a running server. */
export async function sceneOn(server: TestServer, role: Role = 'editor'): Promise<Scene> {
  const { ben, ana, journal } = await pair(server.address, { role })
  const wire = async (person: TestPerson, options?: WireOptions) => {
    const client = await openWire(person, journal, options)
    onTestFinished(() => client.close())
    return client
  }
  return {
    server,
    ben,
    ana,
    journal,
    wire,
    joined: async (person, options) => {
      const client = await wire(person, options)
      await client.join()
      return client
    },
    stock: async (person, options) => {
      const client = joinStock(person, journal, options)
      onTestFinished(() => client.close())
      await client.synced()
      return client
    },
  }
}

/** Somebody who writes updates without being connected. */
export interface Writer {
  readonly doc: Y.Doc
  /** Appends words and returns the update. */
  write(words: string): Uint8Array
  /** Deletes the last so many letters and returns the update. */
  erase(count: number): Uint8Array
  text(): string
}

export function writer(doc = new Y.Doc()): Writer {
  const text = doc.getText('scratch')
  const updateOf = (act: () => void): Uint8Array => {
    let update = new Uint8Array()
    const keep = (made: Uint8Array) => {
      update = new Uint8Array(made)
    }
    doc.on('update', keep)
    act()
    doc.off('update', keep)
    return update
  }
  return {
    doc,
    write: (words) => updateOf(() => text.insert(text.length, words)),
    erase: (count) => updateOf(() => text.delete(text.length - count, count)),
    text: () => text.toJSON(),
  }
}

/** The text the tests write in. */
export function textOf(doc: Y.Doc): string {
  return doc.getText('scratch').toJSON()
}
