/** The words of goals and actions anywhere in the journal: an action says which goal it serves, and that may stand on another page. */
import { listPages, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { readBlock, topElements } from '@tandem/shared/document/read-blocks.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'

export interface KnownBlock {
  readonly id: string
  readonly kind: string
  readonly text: string
}

/** Every block of these kinds with words in it, page by page. Walks the whole journal: for a menu that opens, not for every keystroke. */
export function listBlocks(doc: Y.Doc, { kinds, page }: { readonly kinds: readonly string[]; readonly page: PageId }): KnownBlock[] {
  const blocks: KnownBlock[] = []
  const pages = listPages(doc).filter(({ archivedAt }) => !archivedAt)
  for (const id of new Set([page, ...pages.map((listed) => listed.id)])) {
    for (const element of topElements(pageFragment(doc, id))) {
      const block = readBlock(element)
      if (block.id && kinds.includes(block.kind) && block.text.trim()) blocks.push({ id: block.id, kind: block.kind, text: block.text })
    }
  }
  return blocks
}

/** The words of one block on whichever page it stands; `undefined` when it is gone. */
export function findBlockWords(doc: Y.Doc, { id, page }: { readonly id: string; readonly page: PageId }): string | undefined {
  for (const place of new Set([page, ...listPages(doc).map((listed) => listed.id)])) {
    for (const element of topElements(pageFragment(doc, place))) if (element.getAttribute('id') === id) return readBlock(element).text
  }
  return undefined
}

export interface BlockWords {
  readonly of: (id: string) => string | undefined
  readonly destroy: () => void
}

/** Long enough not to look again at every keystroke. */
const SETTLED = 400

/** The words of the blocks that others on this page speak of. `onChange` is called a moment after one of them was rewritten. */
export function createBlockWords(doc: Y.Doc, { page, onChange }: { readonly page: PageId; readonly onChange: () => void }): BlockWords {
  const known = new Map<string, string | undefined>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const lookAgain = () => {
    timer = undefined
    const changed = [...known].filter(([id, words]) => findBlockWords(doc, { id, page }) !== words)
    for (const [id] of changed) known.delete(id)
    if (changed.length > 0) onChange()
  }
  const listen = () => {
    if (known.size > 0) timer ??= setTimeout(lookAgain, SETTLED)
  }
  doc.on('update', listen)
  return {
    of: (id) => {
      if (!known.has(id)) known.set(id, findBlockWords(doc, { id, page }))
      return known.get(id)
    },
    destroy: () => {
      doc.off('update', listen)
      clearTimeout(timer)
    },
  }
}

/** Whether a block with this id stands on a page other than this one. */
export function standsOnOtherPage(doc: Y.Doc, { id, page }: { readonly id: string; readonly page: PageId }): boolean {
  return listPages(doc).some((other) => other.id !== page && topElements(pageFragment(doc, other.id)).some((element) => element.getAttribute('id') === id))
}
