/** A scene for tests: people who write on one page, each with a document and a real editor of their own, and a wire that can be cut. */
import { addPage } from '@tandem/shared/document/journal-doc.ts'
import { type Block, readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { applyHeard, applyJoin } from '@tandem/shared/document/rescue/heard-update.ts'
import { keepWords } from '@tandem/shared/document/rescue/keep-words.ts'
import type { LateWords } from '@tandem/shared/document/rescue/late-words.ts'
import type { PageId, PersonId } from '@tandem/shared/ids.ts'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createPageEditor, type PageEditorHandle } from '../create-page-editor.ts'
import { entryAttributes } from '../nodes/entry.ts'
import { PEOPLE } from './people.ts'

export const PAGE = 'page' as PageId

export interface Line {
  readonly id: string
  readonly kind?: string
  readonly text?: string
  readonly indent?: number
}

export interface Writer extends PageEditorHandle {
  readonly doc: Y.Doc
  readonly late: LateWords
  /** The blocks as they stand in the document. */
  readonly blocks: () => Block[]
  /** Kinds and words, one line per block. */
  readonly page: () => string[]
  /** Puts the caret into a block, so many characters after its start. */
  readonly caret: (block: string, offset?: number) => void
  readonly select: (from: readonly [string, number], to: readonly [string, number]) => void
  readonly press: (key: string) => void
  readonly type: (text: string) => void
}

/** Opens the page for two people whose documents are the same and not yet connected. */
export function twoWriters(lines: readonly Line[], { now }: { readonly now?: () => Date } = {}): { ana: Writer; ben: Writer } {
  const start = new Y.Doc()
  addPage(start, PAGE, { kind: 'note', title: 'Page' })
  start.getXmlFragment(`page:${PAGE}`).insert(0, lines.map(lineElement))
  const update = Y.encodeStateAsUpdate(start)
  const options = now ? { now } : {}
  return { ana: writer(update, { me: 'ana' as PersonId, ...options }), ben: writer(update, { me: 'ben' as PersonId, ...options }) }
}

/** One person alone with a page. */
export function oneWriter(lines: readonly Line[], options: { readonly now?: () => Date } = {}): Writer {
  const { ana, ben } = twoWriters(lines, options)
  ben.destroy()
  return ana
}

/** The page in a new tab of the same device, after the old one was closed. */
export function reopened(closed: Writer, me: string): Writer {
  const update = Y.encodeStateAsUpdate(closed.doc)
  closed.destroy()
  return writer(update, { me: me as PersonId, earlier: new Set([closed.doc.clientID]) })
}

/** Somebody else who has what this writer has. */
export function another({ doc }: Writer, me: string): Writer {
  return writer(Y.encodeStateAsUpdate(doc), { me: me as PersonId })
}

/** Everything either has written reaches the other, as after being offline. */
export function meet(one: Writer, other: Writer): void {
  const [fromOne, fromOther] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(other.doc)]
  applyHeard(other.doc, fromOne, 'wire')
  applyHeard(one.doc, fromOther, 'wire')
  // Some remote edits are answered with one of one's own: the binding's, or of words that were rescued.
  applyHeard(other.doc, Y.encodeStateAsUpdate(one.doc), 'wire')
  applyHeard(one.doc, Y.encodeStateAsUpdate(other.doc), 'wire')
}

/** What a server has been sent, in order, and who is connected to it. */
export interface Log {
  readonly updates: Uint8Array[]
  readonly writers: Set<Writer>
}

/** Connects somebody to a server: hears what it has, offers what it lacks, and hears from now on. Returns the way to part. */
export function join(person: Writer, log: Log): () => void {
  const { doc, late } = person
  const send = (update: Uint8Array, origin: unknown): void => {
    if (origin === 'wire') return
    log.updates.push(update)
    for (const other of log.writers) if (other !== person) applyHeard(other.doc, update, 'wire')
  }
  const offer = Y.encodeStateAsUpdate(doc)
  const written: Uint8Array[] = []
  const keep = (update: Uint8Array, origin: unknown): void => void (origin !== 'wire' && written.push(update))
  doc.on('update', keep)
  const server = new Y.Doc()
  for (const update of log.updates) Y.applyUpdate(server, update)
  late.joining(Y.encodeStateVector(server))
  applyJoin(doc, log.updates, 'wire')
  doc.off('update', keep)
  doc.on('update', send)
  log.writers.add(person)
  for (const update of [offer, ...written]) send(update, 'here')
  late.saved({ isAnswering: true, isThere: (client) => [...log.writers].some((other) => other.doc.clientID === client) })
  return () => {
    log.writers.delete(person)
    doc.off('update', send)
  }
}

function lineElement({ id, kind = 'text', text, indent }: Line): Y.XmlElement {
  const element = new Y.XmlElement('entry')
  for (const [name, value] of Object.entries(entryAttributes({ id, kind, indent: indent ?? 0 }))) if (value !== null) element.setAttribute(name, String(value))
  if (text) element.insert(0, [new Y.XmlText(text)])
  return element
}

interface WriterOptions {
  readonly me: PersonId
  readonly now?: () => Date
  readonly earlier?: ReadonlySet<number>
}

function writer(update: Uint8Array, { me, now, earlier }: WriterOptions): Writer {
  const doc = new Y.Doc()
  const isOwn = (client: number): boolean => client === doc.clientID || earlier?.has(client) === true
  const late = keepWords(doc, { isOwn, isSettled: () => false })
  Y.applyUpdate(doc, update, 'wire')
  const handle = createPageEditor({ doc, page: PAGE, me, people: PEOPLE, ...(now ? { now } : {}) })
  if (!handle) throw new Error('The page could not be opened')
  // An editor left open goes on looking at its page after the test's window is gone, and throws.
  onTestFinished(handle.destroy)
  const { editor } = handle
  const place = (block: string, offset: number): number => {
    let found = -1
    editor.state.doc.forEach((node, pos) => {
      if (node.attrs['id'] === block && found < 0) found = pos + 1 + Math.min(offset, node.content.size)
    })
    if (found < 0) throw new Error(`There is no block ${block}`)
    return found
  }
  const blocks = () => readBlocks(doc, PAGE)
  return {
    ...handle,
    doc,
    late,
    blocks,
    page: () => blocks().map(({ kind, text }) => `${kind}: ${text}`),
    caret: (block, offset = 0) => editor.commands.setTextSelection(place(block, offset)),
    select: (from, to) => editor.commands.setTextSelection({ from: place(...from), to: place(...to) }),
    press: (key) => pressKey(handle, key),
    type: (text) => {
      for (const letter of text) typeLetter(handle, letter)
    },
  }
}

function pressKey({ editor }: PageEditorHandle, key: string): void {
  const names = key.split('-')
  const event = new KeyboardEvent('keydown', {
    key: names.at(-1) ?? '',
    shiftKey: names.includes('Shift'),
    altKey: names.includes('Alt'),
    ctrlKey: names.includes('Mod'),
    bubbles: true,
    cancelable: true,
  })
  editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event))
}

/** As the browser would: input rules first, then the letter itself. */
function typeLetter({ editor }: PageEditorHandle, letter: string): void {
  const { from, to } = editor.state.selection
  const insert = () => editor.state.tr.insertText(letter, from, to)
  if (editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, letter, insert))) return
  editor.view.dispatch(insert())
}
