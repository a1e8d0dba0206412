/**
 * Tells the server everything it lacks, as soon as everything that it has is here and before it is read: what that takes away here nobody here has meant to delete.
 * When the copy on this device has a gap, what builds on the gap waits until what the server has fills it, and is held back as long as nothing does.
 */
import { forgetUnsent } from '@tandem/shared/document/rescue/keep-deleted.ts'
import { encodeNoOffer, encodeOffer } from '@tandem/shared/wire/offer.ts'
import type * as Y from 'yjs'

interface OfferTo {
  /** Whether nothing here can be news for the server. Deletions that Yjs made by itself would be refused as edits of who only reads. */
  hasNothing(): boolean
  /** Whether everything the server has is in the document. */
  isSynced(): boolean
  send(frame: Uint8Array<ArrayBuffer>): void
  /** Whether words on this device build on something that neither it nor the server has. */
  heldBack(isHeldBack: boolean): void
}

export interface Offers {
  /** The server asks; answered now, or once everything it has is here. */
  answer(vector: Uint8Array): void
  /** Everything the server has is here, and is read next. */
  joining(): void
  /** Offers again when there is more to offer, or less to hold back. */
  look(): void
  /** Another connection: nobody has asked yet. */
  forget(): void
}

/** Deletions alone are held back; Yjs keeps them in another piece of memory with each update that comes. */
const DELETIONS = {}

export function openOffers(doc: Y.Doc, { hasNothing, isSynced, send, heldBack }: OfferTo): Offers {
  let asked: Uint8Array | undefined
  // What was held back when the server was last answered; `undefined` while it waits for an answer.
  let offered: object | null | undefined
  let isHeldBack = false
  // What Yjs places when the server's words arrive it takes for the server's, and sends to nobody.
  doc.on('afterAllTransactions', look)

  function look(): void {
    const { pendingStructs, pendingDs } = doc.store
    const held = pendingStructs ?? (pendingDs && DELETIONS)
    if (!asked || held === offered || !isSynced()) return
    offered = held
    offer(asked)
    tell(pendingStructs !== null)
  }

  function offer(vector: Uint8Array): void {
    forgetUnsent(doc, vector)
    send(hasNothing() ? encodeNoOffer() : encodeOffer(doc, vector))
  }

  function tell(now: boolean): void {
    if (now === isHeldBack) return
    isHeldBack = now
    heldBack(now)
  }

  return {
    answer(vector) {
      asked = vector
      offered = undefined
      look()
    },
    joining() {
      if (!asked || hasGap(doc)) return
      offered = null
      tell(false)
      offer(asked)
    },
    look,
    forget() {
      asked = undefined
    },
  }
}

function hasGap({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}
