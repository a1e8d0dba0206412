/** Entries for tests of the log: real Yjs updates, as people's keystrokes make them. */
import type { Entry, NewEntry, UpdateLog } from '@tandem/server/log/update-log.ts'
import { pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { DocumentId, PageId, PersonId, Seq } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'

/** Somebody who writes into their copy of a document and hands over each keystroke's update. */
export interface Writer {
  /** Inserts character by character; at the end unless `at` is given. */
  type(text: string, at?: number): Uint8Array[]
  /** Deletes characters one by one, from the end unless `at` is given. */
  erase(count: number, at?: number): Uint8Array[]
  /** Takes in what others wrote. */
  hear(updates: readonly Uint8Array[]): void
}

/** A person on one device; `client` is the Yjs client id, random unless given. */
export function writer(client?: number): Writer {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  const written: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'heard') written.push(update)
  })
  const taken = () => written.splice(0)
  return {
    type: (text, at) => {
      const words = lineOf(doc)
      for (const [offset, character] of [...text].entries()) words.insert(at === undefined ? words.length : at + offset, character)
      return taken()
    },
    erase: (count, at) => {
      const words = lineOf(doc)
      for (let erased = 0; erased < count; erased++) words.delete(at ?? words.length - 1, 1)
      return taken()
    },
    hear: (updates) => {
      for (const update of updates) Y.applyUpdate(doc, update, 'heard')
    },
  }
}

/** What a document says. */
export function textOf(doc: Y.Doc): string {
  return page(doc).toString()
}

/** An entry with defaults for what the test does not speak of. */
export function entryOf(entry: Partial<NewEntry> & { readonly id: string; readonly author: PersonId }): NewEntry {
  return { connection: `connection of ${entry.author}`, at: 1000, updates: [new Uint8Array([0, 0])], claims: [], ...entry }
}

export async function readAll(log: UpdateLog, document: DocumentId, since: Seq = 0): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of log.readSince(document, since)) entries.push(entry)
  return entries
}

/** The document that a log's entries make, with everything that was deleted. */
export function docOf(entries: readonly Entry[]): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (const entry of entries) for (const update of entry.updates) Y.applyUpdate(doc, update)
  return doc
}

function page(doc: Y.Doc): Y.XmlFragment {
  return pageFragment(doc, 'page' as PageId)
}

function lineOf(doc: Y.Doc): Y.XmlText {
  const [line] = page(doc).toArray()
  if (line instanceof Y.XmlText) return line
  const made = new Y.XmlText()
  page(doc).insert(0, [made])
  return made
}
