/** Repairs doubled block ids soon after others' edits have arrived. Every client does the same repair, so it does not matter who is first. */
import { repairBlockIds } from '@tandem/shared/document/repair.ts'
import * as Y from 'yjs'

/** Long enough for a burst of updates to settle, short enough that nobody sees a doubled block for long. */
const SETTLED = 250

export interface RepairRules {
  /** Whether this person may write. */
  readonly isAllowed: () => boolean
  /** Whether a transaction of this origin is our own and therefore already sound. */
  readonly isOurs: (origin: unknown) => boolean
}

export interface Repairs {
  /** Repairs at once what was about to be repaired: before this person acts, or they might delete one of two whose other a repair elsewhere takes for the spare one. */
  readonly now: () => void
  readonly stop: () => void
}

export function repairAfterRemoteEdits(doc: Y.Doc, { isAllowed, isOurs }: RepairRules): Repairs {
  let timer: ReturnType<typeof setTimeout> | undefined
  const repair = () => {
    timer = undefined
    if (isAllowed()) repairBlockIds(doc)
  }
  const listen = (transaction: Y.Transaction) => {
    if (timer !== undefined || isOurs(transaction.origin) || !mayDoubleIds(transaction)) return
    timer = setTimeout(repair, SETTLED)
  }
  doc.on('afterTransaction', listen)
  // What was doubled before the page was opened is repaired as well.
  timer = setTimeout(repair, SETTLED)
  return {
    now: () => {
      if (timer === undefined) return
      clearTimeout(timer)
      repair()
    },
    stop: () => {
      doc.off('afterTransaction', listen)
      if (timer !== undefined) clearTimeout(timer)
    },
  }
}

/** Only new blocks and changed ids can double one; a keystroke cannot. */
function mayDoubleIds(transaction: Y.Transaction): boolean {
  for (const [type, keys] of transaction.changed) {
    if (type instanceof Y.XmlElement ? keys.has('id') : type instanceof Y.XmlFragment && keys.has(null)) return true
  }
  return false
}
