/**
 * Yjs forgets what is deleted as soon as it is. Words of others that come later into a deleted block go the same way, unread: so what is deleted
 * here is kept until the server knows of it.
 */
import * as Y from 'yjs'

export interface KeptDeleted {
  /** Lets go what was kept, if the server knows of it by now. */
  letGo(): void
}

/** Watches a document for as long as it lives. `isSettled` tells whether the server and this device have the same. */
export function keepDeleted(doc: Y.Doc, isSettled: () => boolean): KeptDeleted {
  let kept: Y.Transaction['deleteSet'][] = []
  let isKeeping = true
  doc.gcFilter = () => !isKeeping
  // The last to be called before Yjs forgets.
  doc.on('afterTransaction', ({ local, deleteSet }: Y.Transaction) => {
    isKeeping = local || !isSettled()
    if (isKeeping && deleteSet.clients.size > 0) kept.push(deleteSet)
  })
  return {
    letGo() {
      if (kept.length === 0 || !isSettled()) return
      const known = Y.mergeDeleteSets(kept)
      kept = []
      Y.tryGc(known, doc.store, () => true)
    },
  }
}

/** Forgets what was written and deleted before a server with this state vector had it: nobody can have written into it, and nobody else has to know of it. */
export function forgetUnsent({ store }: Y.Doc, vector: Uint8Array): void {
  const known = Y.decodeStateVector(vector)
  const unsent = Y.createDeleteSet()
  for (const client of store.clients.keys()) {
    const [from, to] = [known.get(client) ?? 0, Y.getState(store, client)]
    if (to > from) unsent.clients.set(client, [{ clock: from, len: to - from }])
  }
  Y.tryGc(unsent, store, ({ id }) => id.clock >= (known.get(id.client) ?? 0))
}
