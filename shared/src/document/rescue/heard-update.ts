/**
 * What an update from the others says by itself. Once it is in the document, a letter that was deleted and one that only stood in a
 * deleted block look the same; in the update they differ: whoever deleted the block named only the letters they had heard of.
 */
import { clone, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import * as Y from 'yjs'
import { SYNC } from '../../wire/frames.ts'

const hearing = new WeakMap<Y.Doc, Uint8Array>()

/** Lets an update of the others into the document by `apply`; while it runs, its deletions can be asked for. */
function hearUpdate(doc: Y.Doc, update: Uint8Array, apply: () => void): void {
  hearing.set(doc, update)
  try {
    apply()
  } finally {
    hearing.delete(doc)
  }
}

/** Applies an update of the others, heard. */
export function applyHeard(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  hearUpdate(doc, update, () => Y.applyUpdate(doc, update, origin))
}

/** Reads the rest of a sync frame by `read`; what it bears is heard. */
export function hearSync(doc: Y.Doc, frame: Decoder, read: () => void): void {
  const ahead = clone(frame)
  if (readVarUint(ahead) === SYNC.step1) read()
  else hearUpdate(doc, readVarUint8Array(ahead), read)
}

export type Deletions = ReturnType<typeof Y.createDeleteSet>

/** The deletions the others meant; `undefined` when what arrives comes by another way, as out of the copy on this device. */
export function findHeardDeletions(doc: Y.Doc): Deletions | undefined {
  const update = hearing.get(doc)
  return update && Y.mergeDeleteSets([Y.decodeUpdate(update).ds])
}
