/**
 * What others had saved before they heard that this device deletes its block is not lost either, though they may be gone by then. Without network one joins a line
 * to the one above; meanwhile its words grew. When they arrive Yjs takes them for deleted, unread. Their author writes them again (rescue-words.ts) when the deletion
 * arrives; who is gone does not hear of it. So once the deletion is saved this device does it for all who are not there, where it put the words of the block that
 * it knew.
 *
 * Once: only the device that deleted the block answers for it, and of its tabs one; what somebody writes again they name as deleted, and what is named is let be.
 * Not covered: two devices that deleted the same block without network, and come back within the time that a message takes; words that wait because their author
 * seems to be there, when this tab is closed, or another one's offer names them, before the server notices that the author is gone.
 */
import * as Y from 'yjs'
import { type Deletions, findHeard } from './heard-update.ts'
import { readLost } from './lost-words.ts'
import { rescueOf, writeAgain } from './rescue-of.ts'

/** Transactions that write words of others again carry this origin: undo leaves them. */
const LATE_ORIGIN = 'late'

export interface LateWords {
  /** Everything that this device lacked is read next; the server has what its state vector says. */
  joining(vector: Uint8Array): void
  /** Whether words came too late, and it is not known yet who writes them again. */
  isWaiting(): boolean
  /** Everything written here is saved. Who is there has heard of it and writes their words again; if they go without that, this may be called again. */
  saved(others: Others): void
}

export interface Others {
  /** Whether the page of who wrote under a client id is open. */
  readonly isThere: (client: number) => boolean
  /** Whether no other tab of this device answers for what came too late. */
  readonly isAnswering: boolean
}

/** Letters that came into a deleted text, one after the other. */
interface Run {
  readonly text: Y.XmlText
  readonly from: Y.ID
  readonly length: number
}

/** Watches a document for as long as it lives; nothing deleted in it may be let go before the server knows. `isOwn` as for `rescueOwnWords`. */
export function rescueLateWords(doc: Y.Doc, isOwn: (client: number) => boolean): LateWords {
  let known: ReadonlyMap<number, number> = new Map()
  let runs: Run[] = []
  /** The deletions the others meant since words came too late. */
  let told: Deletions[] = []
  /** Those made here since everything was saved. */
  let mine: Deletions[] = []

  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!transaction.local) return hear(transaction)
    if (transaction.deleteSet.clients.size > 0) mine.push(transaction.deleteSet)
  })

  function hear(transaction: Y.Transaction): void {
    const came = findLate(transaction)
    if (came.length === 0 && runs.length === 0) return
    const heard = findHeard(doc)
    if (!heard) return
    told.push(heard.deletions)
    const deletedHere = Y.mergeDeleteSets(mine)
    for (const { text, from, length } of came) {
      // Without network any tab of this device may have deleted it: then the server does not know. Otherwise it was this one, or none of them.
      if (!isOwn(from.client) && (heard.isWhole ? !isIn(heard.deletions, text) : isIn(deletedHere, text))) runs.push({ text, from, length })
    }
  }

  /** Whether it was written in place of a block that was deleted here: by this tab, or by another one before the server had it. */
  const isWritten = ({ id: { client, clock } }: Y.Item): boolean => isOwn(client) || clock >= (known.get(client) ?? 0)

  return {
    joining(vector) {
      known = Y.decodeStateVector(vector)
    },
    isWaiting: () => runs.length > 0,
    saved({ isThere, isAnswering }) {
      mine = []
      const named = Y.mergeDeleteSets(told)
      const isNamed = ({ from: { client, clock }, length }: Run): boolean => isWhollyIn(named, { client, clock, length })
      const isDue = ({ from: { client } }: Run): boolean => isAnswering && !isThere(client)
      const waiting = runs.filter((run) => !isNamed(run))
      const due = waiting.filter(isDue)
      runs = waiting.filter((run) => !isDue(run))
      told = runs.length === 0 ? [] : [named]
      if (due.length > 0) rescue(due, named)
    },
  }

  function rescue(due: readonly Run[], named: Deletions): void {
    const late = lettersOf(due)
    const isLost = (letter: Y.ID): boolean => Y.isDeleted(late, letter) && !Y.isDeleted(named, letter)
    const lost = readLost(blocksOf(due), { wasThere: ({ id }) => !Y.isDeleted(named, id), isLost })
    const rescues = lost.map((each) => rescueOf(doc, each, isWritten))
    if (rescues.length > 0) doc.transact((transaction) => void writeAgain(transaction, rescues), LATE_ORIGIN)
  }
}

function findLate(transaction: Y.Transaction): Run[] {
  const runs: Run[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const { parent, id, length } = struct
    if (parent instanceof Y.XmlText && wasDeleted(transaction, parent)) runs.push({ text: parent, from: id, length })
  })
  return runs
}

function isWhollyIn(deletions: Deletions, { client, clock, length }: { readonly client: number; readonly clock: number; readonly length: number }): boolean {
  for (let at = clock; at < clock + length; at += 1) if (!Y.isDeleted(deletions, Y.createID(client, at))) return false
  return true
}

function wasDeleted({ deleteSet }: Y.Transaction, { _item, parent }: Y.XmlText): boolean {
  const items = [_item, parent instanceof Y.XmlElement ? parent._item : null]
  return items.some((item) => item?.deleted && !Y.isDeleted(deleteSet, item.id))
}

/** Whether a text or its block is among the deletions: who deletes a block need not know all texts in it. */
function isIn(deletions: Deletions, { _item, parent }: Y.XmlText): boolean {
  const block = parent instanceof Y.XmlElement ? parent._item : null
  return (_item !== null && Y.isDeleted(deletions, _item.id)) || (block !== null && Y.isDeleted(deletions, block.id))
}

function blocksOf(runs: readonly Run[]): Set<Y.XmlElement> {
  return new Set(runs.flatMap(({ text: { parent } }) => (parent instanceof Y.XmlElement ? [parent] : [])))
}

function lettersOf(runs: readonly Run[]): Deletions {
  const letters = Y.createDeleteSet()
  for (const { from, length } of runs) letters.clients.set(from.client, [...(letters.clients.get(from.client) ?? []), { clock: from.clock, len: length }])
  return Y.mergeDeleteSets([letters])
}
