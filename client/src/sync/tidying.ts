/**
 * Where two people format the same words at once, Yjs tidies up the marks that say nothing any more, in every copy and as an edit of its own. It changes nothing
 * that can be seen; but from who may not write it would be refused, and they would be told that something cannot be saved.
 */
import type * as Y from 'yjs'

/** Watches a document for as long as it lives: Yjs tidies nothing in it while this person may not write. */
export function tidyOnlyWhere(doc: Y.Doc, mayWrite: () => boolean): void {
  // The last to be called before Yjs looks whether there is something to tidy.
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!mayWrite()) transaction._needFormattingCleanup = false
  })
}
