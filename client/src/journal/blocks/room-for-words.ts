/**
 * Every block is born with a place for its words. Without it two people who type into the same empty block at once make two
 * places side by side; the editor then keeps one of them, and what the other person goes on typing in the other is lost.
 */
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { topElements } from '@tandem/shared/document/read-blocks.ts'
import * as Y from 'yjs'

const HOLDS_WORDS = new Set(['entry', 'codeBlock', 'paragraph'])

/** Watches this person's own edits of a page. Returns how to stop. */
export function keepRoomForWords(doc: Y.Doc, fragment: Y.XmlFragment): () => void {
  const listen = (transaction: Y.Transaction) => {
    if (transaction.origin !== ySyncPluginKey || !isAmong(fragment, transaction.changed)) return
    const bare = topElements(fragment).filter((element) => element.length === 0 && HOLDS_WORDS.has(element.nodeName))
    if (bare.length === 0) return
    // The editor's own origin, so that one undo takes the block back together with its place.
    doc.transact(() => {
      for (const element of bare) element.insert(0, [new Y.XmlText()])
    }, ySyncPluginKey)
  }
  doc.on('afterTransaction', listen)
  return () => doc.off('afterTransaction', listen)
}

function isAmong(fragment: Y.XmlFragment, changed: Y.Transaction['changed']): boolean {
  return [...changed.keys()].some((type: unknown) => type === fragment)
}
