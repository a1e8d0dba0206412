/** Finds where words that went with a block belong now, while Yjs still has what was deleted, and writes them there later. */
import * as Y from 'yjs'
import { newBlockId } from '../../ids.ts'
import { listPages, pageFragment } from '../journal-doc.ts'
import { topElements } from '../read-blocks.ts'
import { findJoined } from './joined-words.ts'
import type { LostWords } from './lost-words.ts'
import { type Follow, writePieces } from './write-pieces.ts'

export interface Rescued {
  /** The block the words stood in. */
  readonly from: string | null
  /** The block they are in now. */
  readonly to: string
  readonly follow: Follow
}

export interface Rescue {
  readonly letters: readonly Y.ID[]
  /** Writes them again, within a transaction. */
  readonly write: () => Rescued
}

/** Writes words again, and names the letters they were as deleted: whoever hears of both knows that they are not lost. */
export function writeAgain({ deleteSet }: Y.Transaction, rescues: readonly Rescue[]): Rescued[] {
  for (const { client, clock } of rescues.flatMap(({ letters }) => letters))
    deleteSet.clients.set(client, [...(deleteSet.clients.get(client) ?? []), { clock, len: 1 }])
  return rescues.map(({ write }) => write())
}

/** `isWritten` tells what the one who deleted the block may have written instead. */
export function rescueOf(doc: Y.Doc, lost: LostWords, isWritten: (item: Y.Item) => boolean): Rescue {
  return { letters: lost.letters, write: findPlace(doc, lost, isWritten) }
}

function findPlace(doc: Y.Doc, lost: LostWords, isWritten: (item: Y.Item) => boolean): () => Rescued {
  const from = attributeOf(lost.element, 'id')
  const copy = from ? findCopy(lost.element, { id: from, doc, isWritten }) : undefined
  const joined = copy ? { element: copy, from: 0, to: Number.POSITIVE_INFINITY } : findJoined(doc, lost, isWritten)
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

interface Search {
  readonly id: string
  readonly doc: Y.Doc
  readonly isWritten: (item: Y.Item) => boolean
}

/** The block that bears the id now, on whatever page: the one written instead, if there are several. */
function findCopy(element: Y.XmlElement, { id, doc, isWritten }: Search): Y.XmlElement | undefined {
  if (!element._item?.deleted) return element
  const copies = listPages(doc)
    .flatMap((page) => topElements(pageFragment(doc, page.id)))
    .filter((each) => each.getAttribute('id') === id && each.nodeName !== 'divider')
  return copies.find(({ _item }) => _item && isWritten(_item)) ?? copies[0]
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
