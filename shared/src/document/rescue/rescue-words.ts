/**
 * No keystroke is lost when somebody else remakes its block at that moment. In Yjs a move, a join or a turn into code deletes the
 * block's element, and what another person has typed into it meanwhile goes along. The one who typed it notices, and writes it again: into
 * the copy of the block, into the line the block was joined to, or else into a line in its old place.
 *
 * Exactly once, because only the client that wrote a letter does it, or the one that answers for it since its tab was closed, in the one transaction that takes them
 * away; and only for letters the deleter had not heard of, which their update tells.
 */
import * as Y from 'yjs'
import { newBlockId } from '../../ids.ts'
import { listPages, pageFragment } from '../journal-doc.ts'
import { topElements } from '../read-blocks.ts'
import { findHeardDeletions } from './heard-update.ts'
import { findLostWords, type LostWords } from './lost-words.ts'
import { type Follow, writePieces } from './write-pieces.ts'
import { findJoined } from './joined-words.ts'

/** Transactions that write rescued words carry this origin: they are this person's own typing, and undo takes them back. */
export const RESCUE_ORIGIN = 'rescue'

export interface Rescued {
  /** The block the words stood in. */
  readonly from: string | null
  /** The block they are in now. */
  readonly to: string
  readonly follow: Follow
}

/** Watches a document for as long as it lives. `earlier` are the client ids of closed tabs this one answers for; others may come to them. */
export function rescueOwnWords(doc: Y.Doc, earlier: ReadonlySet<number> = new Set()): void {
  const isOwn = (client: number): boolean => client === doc.clientID || earlier.has(client)
  let rescues: (() => Rescued)[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local || ![...transaction.deleteSet.clients.keys()].some(isOwn)) return
    const told = findHeardDeletions(doc)
    // Read now: when the words are written, Yjs has let go of what was deleted.
    if (told) rescues.push(...findLostWords(transaction, { told, isOwn }).map((lost) => rescueOf(transaction, lost)))
  })
  // Written only when the editor shows what has arrived: it takes words it does not show for deleted by its person.
  doc.on('afterAllTransactions', () => {
    if (rescues.length === 0) return
    const due = rescues
    rescues = []
    doc.transact(({ meta }) => {
      meta.set(
        RESCUE_ORIGIN,
        due.map((rescue) => rescue()),
      )
    }, RESCUE_ORIGIN)
  })
}

/** What a transaction of ours has rescued, so that the caret can follow. */
export function rescuedIn({ origin, meta }: Y.Transaction): readonly Rescued[] {
  return origin === RESCUE_ORIGIN ? (meta.get(RESCUE_ORIGIN) as readonly Rescued[]) : []
}

function rescueOf(transaction: Y.Transaction, lost: LostWords): () => Rescued {
  const from = attributeOf(lost.element, 'id')
  const copy = from ? findCopy(transaction, { id: from, element: lost.element }) : undefined
  const joined = copy ? { element: copy, from: 0, to: Number.POSITIVE_INFINITY } : findJoined(transaction, lost)
  if (joined) return () => ({ from, to: joined.element.getAttribute('id') ?? '', follow: writePieces(joined.element, lost, joined) })
  const place = oldPlace(lost.element)
  // Who deletes an empty line has nothing against the words in it: it is the same line then. Of a deleted sentence only the new words stay.
  const line = lost.words === '' ? { id: from ?? newBlockId(), kind: attributeOf(lost.element, 'kind') ?? 'text' } : { id: newBlockId(), kind: 'text' }
  return () => ({ from, to: line.id, follow: writePieces(insertLine(place, line), { words: '', pieces: lost.pieces.map((piece) => ({ ...piece, at: 0 })) }) })
}

interface Place {
  readonly fragment: Y.XmlFragment
  readonly index: number
}

function insertLine({ fragment, index }: Place, { id, kind }: { readonly id: string; readonly kind: string }): Y.XmlElement {
  const line = new Y.XmlElement('entry')
  line.setAttribute('id', id)
  line.setAttribute('kind', kind)
  fragment.insert(Math.min(index, fragment.length), [line])
  return line
}

/** The block that bears the id now, on whatever page: made in this transaction, if there are several. */
function findCopy(transaction: Y.Transaction, { id, element }: { readonly id: string; readonly element: Y.XmlElement }): Y.XmlElement | undefined {
  if (!element._item?.deleted) return element
  const copies = listPages(transaction.doc)
    .flatMap((page) => topElements(pageFragment(transaction.doc, page.id)))
    .filter((each) => each.getAttribute('id') === id && each.nodeName !== 'divider')
  return copies.find(({ _item }) => _item && isNew(transaction, _item)) ?? copies[0]
}

function isNew(transaction: Y.Transaction, { id }: Y.Item): boolean {
  return id.clock >= (transaction.beforeState.get(id.client) ?? 0)
}

/** An attribute as it was when the element was deleted. */
function attributeOf(element: Y.XmlElement, name: string): string | null {
  const value: unknown = element._map.get(name)?.content.getContent().at(-1)
  return typeof value === 'string' ? value : null
}

function oldPlace({ _item, parent }: Y.XmlElement): Place {
  let index = 0
  for (let item = _item?.left ?? null; item; item = item.left) if (!item.deleted && item.countable) index += item.length
  return { fragment: parent as Y.XmlFragment, index }
}
