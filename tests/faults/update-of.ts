/** What one act changes in a document, as one update. */
import type * as Y from 'yjs'

export function updateOf(doc: Y.Doc, act: () => void): Uint8Array {
  let update = new Uint8Array()
  const keep = (made: Uint8Array) => {
    update = new Uint8Array(made)
  }
  doc.on('update', keep)
  doc.transact(act)
  doc.off('update', keep)
  return update
}
