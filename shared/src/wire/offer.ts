/** What a client offers to a server that asks what it lacks: all that stands in its document, and nothing that Yjs itself could not place there. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from './frames.ts'

/** A step 2 of who has nothing to offer. */
export function encodeNoOffer(): Uint8Array<ArrayBuffer> {
  return encodeStep2(Y.encodeStateAsUpdate(new Y.Doc()))
}

/**
 * A step 2 for a state vector. Structs that wait for others which are missing, and deletions of such, are left out: a server without those refuses an update
 * that builds on them as a whole, and all other words with it.
 */
export function encodeOffer(doc: Y.Doc, vector: Uint8Array): Uint8Array<ArrayBuffer> {
  const { store } = doc
  const { pendingStructs, pendingDs } = store
  // Yjs adds what waits to whatever it encodes.
  store.pendingStructs = null
  store.pendingDs = null
  try {
    return encodeStep2(Y.encodeStateAsUpdate(doc, vector))
  } finally {
    store.pendingStructs = pendingStructs
    store.pendingDs = pendingDs
  }
}

function encodeStep2(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, SYNC.step2)
    encoding.writeVarUint8Array(encoder, update)
  })
}
