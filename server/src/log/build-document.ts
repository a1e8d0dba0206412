/** The document a base and updates make, with gc. Pure, and slow for large ones: runs in the snapshot thread. */
import * as Y from 'yjs'

export interface Build {
  readonly doc: Y.Doc
  /** Updates that are not in it: Yjs throws at them, or they build on such a one. */
  readonly leftOut: number
}

/** More contradictions than this are not looked for, and the build fails. */
const MOST_LEFT_OUT = 50

/**
 * Builds at once, and where Yjs throws, step by step without what it throws at. An editor can write by hand what breaks every copy (server/SECURITY.md); the log keeps it,
 * the snapshot does not, and so who joins afterwards can read and write again.
 */
export function buildDocument(base: Uint8Array | undefined, updates: readonly Uint8Array[]): Build {
  const doc = tryAll(base, updates)
  if (doc) return { doc, leftOut: 0 }
  let rest = updates
  for (let leftOut = 1; leftOut <= MOST_LEFT_OUT; leftOut++) {
    const broken = findBroken(base, rest)
    if (broken !== undefined) rest = rest.toSpliced(broken, 1)
    const whole = broken === undefined ? undefined : tryAll(base, rest)
    if (whole && !isWaiting(whole)) return { doc: whole, leftOut }
  }
  throw new Error('The document cannot be built.')
}

function tryAll(base: Uint8Array | undefined, updates: readonly Uint8Array[]): Y.Doc | undefined {
  const doc = new Y.Doc({ gc: true })
  try {
    if (base) Y.applyUpdate(doc, base)
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return doc
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

/** The first update that breaks the document made so far, as those broke who heard it then. */
function findBroken(base: Uint8Array | undefined, updates: readonly Uint8Array[]): number | undefined {
  const doc = new Y.Doc({ gc: true })
  if (base) Y.applyUpdate(doc, base)
  for (const [index, update] of updates.entries()) {
    try {
      Y.applyUpdate(doc, update)
    } catch (error) {
      if (error instanceof Error) return index
      throw error
    }
    if (isWaiting(doc)) return index
  }
  return undefined
}

function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}
