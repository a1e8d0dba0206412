/**
 * No keystroke is lost when somebody else remakes its block at that moment. In Yjs a move, a join or a turn into code deletes the
 * block's element, and what another person has typed into it meanwhile goes along. The one who typed it notices, and writes it again: into
 * the copy of the block, into the line the block was joined to, or else into a line in its old place.
 *
 * Exactly once, because only the client that wrote a letter does it, or the one that answers for it since its tab was closed, in the one transaction that takes them
 * away; and only for letters the deleter had not heard of, which their update tells.
 */
import type * as Y from 'yjs'
import { findHeard } from './heard-update.ts'
import { findLostWords } from './lost-words.ts'
import { type Rescue, type Rescued, rescueOf, writeAgain } from './rescue-of.ts'

/** Transactions that write rescued words carry this origin: they are this person's own typing, and undo takes them back. */
export const RESCUE_ORIGIN = 'rescue'

/** Watches a document for as long as it lives. `isOwn` tells this client's id, and those of closed tabs this one answers for. */
export function rescueOwnWords(doc: Y.Doc, isOwn: (client: number) => boolean): void {
  let rescues: Rescue[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local || ![...transaction.deleteSet.clients.keys()].some(isOwn)) return
    const told = findHeard(doc)?.deletions
    // Read now: when the words are written, Yjs has let go of what was deleted.
    if (told) rescues.push(...findLostWords(transaction, { told, isOwn }).map((lost) => rescueOf(doc, lost, (item) => isNew(transaction, item))))
  })
  // Written only when the editor shows what has arrived: it takes words it does not show for deleted by its person.
  doc.on('afterAllTransactions', () => {
    if (rescues.length === 0) return
    const due = rescues
    rescues = []
    doc.transact((transaction) => void transaction.meta.set(RESCUE_ORIGIN, writeAgain(transaction, due)), RESCUE_ORIGIN)
  })
}

/** What a transaction of ours has rescued, so that the caret can follow. */
export function rescuedIn({ origin, meta }: Y.Transaction): readonly Rescued[] {
  return origin === RESCUE_ORIGIN ? (meta.get(RESCUE_ORIGIN) as readonly Rescued[]) : []
}

function isNew(transaction: Y.Transaction, { id }: Y.Item): boolean {
  return id.clock >= (transaction.beforeState.get(id.client) ?? 0)
}
