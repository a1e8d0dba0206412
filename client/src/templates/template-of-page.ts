/** A page as a template: its blocks, without whose they are and when they are due. */
import { KeptFact, LONGEST_BLOCK, MOST_BLOCKS, type SavedPages } from '@tandem/shared/contracts/templates.ts'
import { readAllFacts } from '@tandem/shared/document/facts.ts'
import { type ListedPage, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import { readBlock, topElements } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'

type SavedBlock = SavedPages[number]['blocks'][number]

/** Ends with a line to write on. What is no line and no block (code, pictures, a divider) stays behind. */
export function templateOfPage(doc: Y.Doc, page: Pick<ListedPage, 'id' | 'kind' | 'title'>): SavedPages {
  const allFacts = readAllFacts(doc)
  const blocks = topElements(pageFragment(doc, page.id))
    .filter((element) => element.nodeName === 'entry')
    .map((element): SavedBlock => {
      const { id, kind, indent, text } = readBlock(element)
      const words = text.trim().slice(0, LONGEST_BLOCK)
      const hint = element.getAttribute('hint')?.slice(0, LONGEST_BLOCK)
      const known = Object.entries(allFacts.get(id as BlockId) ?? {}).filter(([field, value]) => KeptFact.safeParse(field).success && typeof value === 'string')
      return {
        kind,
        ...(words ? { text: words } : hint ? { hint } : {}),
        ...(indent > 0 ? { indent } : {}),
        ...(known.length > 0 ? { facts: Object.fromEntries(known) } : {}),
      }
    })
  while (isBareLine(blocks.at(-1))) blocks.pop()
  return [{ kind: page.kind, title: page.title.trim().slice(0, 200), blocks: [...blocks.slice(0, MOST_BLOCKS - 1), { kind: 'text' }] }]
}

function isBareLine(block: SavedBlock | undefined): boolean {
  return block?.kind === 'text' && block.text === undefined && block.hint === undefined
}
