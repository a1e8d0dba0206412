/** One person with a real editor on a document of their own. Every character they type exists once in the world, so that its loss or return can be told. */
import { createPageEditor, type PageEditorHandle } from '@tandem/client/journal/create-page-editor.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { readBlocks } from '@tandem/shared/document/read-blocks.ts'
import { keepWords } from '@tandem/shared/document/rescue/keep-words.ts'
import type { PageId, PersonId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'

/** Where the characters of the first writer begin: CJK ideographs, which no shortcut of the editor means. */
const FIRST_CHARACTER = 0x4e00
const CHARACTERS_EACH = 4000

export interface Writer {
  readonly name: string
  readonly doc: Y.Doc
  /** The editor of the page that is open. */
  readonly handle: PageEditorHandle
  /** Puts the open page away and opens this one. */
  open(page: PageId): void
  /** Characters of anybody that this writer has pasted again: that copy is their own. */
  readonly copied: Set<string>
  /** A character nobody has typed before. */
  freshCharacter(): string
  /** Whether this writer made the character. */
  made(character: string): boolean
  close(): void
}

export interface WriterOptions {
  readonly name: string
  /** Which of the writers: 0, 1, 2 … */
  readonly place: number
  readonly clientId: number
  readonly page: PageId
  /** What the document begins with. */
  readonly seed: Uint8Array
}

export function createWriter({ name, place, clientId, page, seed }: WriterOptions): Writer {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, seed)
  keepWords(doc, { isOwn: (client) => client === clientId, isSettled: () => true })
  const element = document.createElement('div')
  document.body.append(element)
  const openPage = (wanted: PageId): PageEditorHandle => {
    const opened = createPageEditor({ doc, page: wanted, me: `person-${name}` as PersonId, element })
    if (!opened) throw new Error('The page could not be opened.')
    return opened
  }
  let handle = openPage(page)
  const first = FIRST_CHARACTER + place * CHARACTERS_EACH
  let next = first
  return {
    name,
    doc,
    get handle() {
      return handle
    },
    open: (wanted) => {
      handle.destroy()
      handle = openPage(wanted)
    },
    copied: new Set(),
    freshCharacter: () => {
      next += 1
      return String.fromCodePoint(next)
    },
    made: (character) => {
      const code = character.codePointAt(0) ?? 0
      return code > first && code <= first + CHARACTERS_EACH
    },
    close: () => {
      handle.destroy()
      element.remove()
      doc.destroy()
    },
  }
}

/** Every unique character that stands in the journal as this writer has it: on the open page as the editor shows it. */
export function charactersIn({ handle: { editor, context }, doc }: Writer): Set<string> {
  const shown = editor.state.doc
  const words = [shown.textBetween(0, shown.content.size, '\n', '\n')]
  for (const { id } of listPages(doc)) if (id !== context.page) words.push(...readBlocks(doc, id).map(({ text }) => text))
  return new Set([...words.join('\n')].filter((character) => (character.codePointAt(0) ?? 0) >= FIRST_CHARACTER))
}
