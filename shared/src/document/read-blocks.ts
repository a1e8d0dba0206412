/** Reads the blocks of a page out of its fragment, without an editor. */
import * as Y from 'yjs'
import type { BlockId, PageId } from '../ids.ts'
import { pageFragment } from './journal-doc.ts'

export interface Block {
  /** Empty when another program wrote the block and no editor has given it an id yet. */
  readonly id: BlockId | ''
  /** The node's name in the schema. */
  readonly node: string
  /** The kind of an `entry`; the node's name for others. */
  readonly kind: string
  readonly indent: number
  readonly text: string
}

export function readBlocks(doc: Y.Doc, page: PageId): Block[] {
  return topElements(pageFragment(doc, page)).map(readBlock)
}

/** The top-level elements of a fragment; stray text at the top, which no editor writes, is left out. */
export function topElements(fragment: Y.XmlFragment): Y.XmlElement[] {
  return fragment.toArray().filter((child) => child instanceof Y.XmlElement)
}

export function readBlock(element: Y.XmlElement): Block {
  const indent = Number(element.getAttribute('indent') ?? 0)
  return {
    id: (element.getAttribute('id') ?? '') as BlockId | '',
    node: element.nodeName,
    kind: element.nodeName === 'entry' ? (element.getAttribute('kind') ?? 'text') : element.nodeName,
    indent: Number.isFinite(indent) ? indent : 0,
    text: elementText(element),
  }
}

/** The words of an element without marks; a hard break is a newline. */
export function elementText(element: Y.XmlElement | Y.XmlFragment): string {
  let text = ''
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) text += plainText(child)
    else if (child instanceof Y.XmlElement) text += child.nodeName === 'hardBreak' ? '\n' : elementText(child)
  }
  return text
}

function plainText(text: Y.XmlText): string {
  let plain = ''
  for (const part of text.toDelta() as { insert: unknown }[]) if (typeof part.insert === 'string') plain += part.insert
  return plain
}
