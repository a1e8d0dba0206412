/** The words of a whole journal for finding anchors in them. */
import type * as Y from 'yjs'
import type { PageId } from '../../ids.ts'
import { listPages } from '../journal-doc.ts'
import { type Block, readBlocks } from '../read-blocks.ts'
import { type PageText, readPageText } from './page-text.ts'

export interface JournalText {
  readonly doc: Y.Doc
  /** Every page, archived ones too, as it stands now. */
  readonly pages: () => readonly PageText[]
}

/** The same, read once: for many anchors in one go. Not to be kept. */
export function asItStands(journal: JournalText): JournalText {
  const pages = journal.pages()
  return { doc: journal.doc, pages: () => pages }
}

/** Reads with the given reader of blocks, which may remember what has not changed; a page whose blocks are the same objects is not put together again. */
export function journalTextOf(doc: Y.Doc, blocksOf: (page: PageId) => readonly Block[] = (page) => readBlocks(doc, page)): JournalText {
  const known = new Map<PageId, { readonly blocks: readonly Block[]; readonly text: PageText }>()
  const read = (page: PageId): PageText => {
    const blocks = blocksOf(page)
    const before = known.get(page)
    if (before && before.blocks.length === blocks.length && before.blocks.every((block, index) => block === blocks[index])) return before.text
    const text = readPageText(page, blocks)
    known.set(page, { blocks, text })
    return text
  }
  return { doc, pages: () => listPages(doc).map(({ id }) => read(id)) }
}
