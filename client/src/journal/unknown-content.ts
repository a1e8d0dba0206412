/**
 * Nodes and marks this program does not know. The binding would delete them for everybody, a mark together with its
 * whole paragraph; so a page that holds any is not opened, and one that is open is closed before the binding looks.
 */
import { MARK_NAMES, NODE_NAMES } from '@tandem/shared/document/schema.ts'
import * as Y from 'yjs'

const BLOCKS: ReadonlySet<string> = new Set(NODE_NAMES.filter((name) => name !== 'hardBreak'))
const MARKS: ReadonlySet<string> = new Set(MARK_NAMES)
/** A mark that may overlap itself is stored with a hash behind its name. */
const HASHED = /--[a-zA-Z0-9+/=]{8}$/

/** The name of the first thing in the page that this program does not know, or `undefined`. */
export function findUnknownContent(fragment: Y.XmlFragment): string | undefined {
  for (const block of fragment.toArray()) {
    if (!(block instanceof Y.XmlElement)) return block.constructor.name
    if (!BLOCKS.has(block.nodeName)) return block.nodeName
    const unknown = findInBlock(block)
    if (unknown !== undefined) return unknown
  }
  return undefined
}

function findInBlock(block: Y.XmlElement): string | undefined {
  const isCode = block.nodeName === 'codeBlock'
  for (const child of block.toArray()) {
    if (block.nodeName === 'divider') return 'content of a divider'
    if (child instanceof Y.XmlText) {
      const unknown = findInText(child, isCode)
      if (unknown !== undefined) return unknown
    } else if (!(child instanceof Y.XmlElement) || child.nodeName !== 'hardBreak' || isCode) {
      return child instanceof Y.XmlElement ? child.nodeName : child.constructor.name
    }
  }
  return undefined
}

function findInText(text: Y.XmlText, isCode: boolean): string | undefined {
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert !== 'string') return 'an embedded object'
    for (const name of Object.keys(attributes ?? {})) {
      if (isCode || !MARKS.has(name.replace(HASHED, ''))) return name
    }
  }
  return undefined
}

/** Calls back, before the binding hears of it, as soon as the page holds something unknown. Returns how to stop. */
export function watchForUnknownContent(fragment: Y.XmlFragment, onUnknown: (name: string) => void): () => void {
  const doc = fragment.doc
  if (!doc) throw new Error('The page is not part of a document')
  const look = (transaction: Y.Transaction) => {
    if (!touches(transaction, fragment)) return
    const unknown = findUnknownContent(fragment)
    if (unknown !== undefined) onUnknown(unknown)
  }
  doc.on('beforeObserverCalls', look)
  return () => doc.off('beforeObserverCalls', look)
}

function touches(transaction: Y.Transaction, fragment: Y.XmlFragment): boolean {
  if (transaction.local) return false
  for (const changed of transaction.changed.keys()) {
    for (
      let type: Y.AbstractType<unknown> | null = changed as Y.AbstractType<unknown>;
      type;
      type = (type._item?.parent as Y.AbstractType<unknown> | undefined) ?? null
    ) {
      if (type === fragment) return true
    }
  }
  return false
}
