/**
 * What updates from the others say by themselves. Once they are in the document, a letter that was deleted and one that only stood in a
 * deleted block look the same; in the update they differ: whoever deleted the block named only the letters they had heard of.
 */
import * as Y from 'yjs'

export type Deletions = ReturnType<typeof Y.createDeleteSet>

export interface Heard {
  /** The deletions the others meant. */
  readonly deletions: Deletions
  /** Whether these are all deletions that the server knows. */
  readonly isWhole: boolean
}

interface Hearing {
  readonly updates: readonly Uint8Array[]
  readonly isWhole: boolean
  heard?: Heard
}

const hearing = new WeakMap<Y.Doc, Hearing>()

/** Applies an update of the others; while that runs, what it says can be asked for. */
export function applyHeard(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  hear(doc, { updates: [update], isWhole: false }, origin)
}

/** Applies everything the server has and this document lacked, at once: what one piece takes away may be mended by another. */
export function applyJoin(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): void {
  hear(doc, { updates, isWhole: true }, origin)
}

/** One that somebody wrote by hand may make Yjs throw; the others are none the worse for it. Throws when all are applied. */
function hear(doc: Y.Doc, now: Hearing, origin: unknown): void {
  const troubles: unknown[] = []
  const attempt = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      troubles.push(error)
    }
  }
  hearing.set(doc, now)
  attempt(() => Y.transact(doc, () => now.updates.forEach((update) => attempt(() => Y.applyUpdate(doc, update, origin))), origin, false))
  hearing.delete(doc)
  if (troubles.length > 0) throw new AggregateError(troubles, 'An update of the others could not be read.')
}

/** What is being heard; `undefined` when what arrives comes by another way, as out of the copy on this device. */
export function findHeard(doc: Y.Doc): Heard | undefined {
  const now = hearing.get(doc)
  if (!now) return undefined
  now.heard ??= { deletions: Y.mergeDeleteSets(now.updates.map((update) => Y.decodeUpdate(update).ds)), isWhole: now.isWhole }
  return now.heard
}
