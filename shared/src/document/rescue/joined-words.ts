/** Finds the line that a deleted block's words were joined to. */
import * as Y from 'yjs'
import { listPages, pageFragment } from '../journal-doc.ts'
import { elementText, topElements } from '../read-blocks.ts'
import type { LostWords } from './lost-words.ts'
import { placeWords } from './place-words.ts'

export interface Joined {
  readonly element: Y.XmlElement
  /** The words of it that the join wrote. */
  readonly from: number
  readonly to: number
}

/** More of the surroundings than this must be the same: a line that only shares a letter is not the one. */
const ENOUGH = 0.5

/** `isWritten` tells what may be of the join. */
export function findJoined(doc: Y.Doc, lost: LostWords, isWritten: (item: Y.Item) => boolean): Joined | undefined {
  const [first] = lost.pieces
  if (!first || lost.words === '') return undefined
  const lines = listPages(doc).flatMap((page) => topElements(pageFragment(doc, page.id)))
  const candidates = lines.flatMap((element) => {
    const written = writtenIn(element, isWritten)
    if (!written) return []
    const { likeness } = placeWords(elementText(element), { words: lost.words, at: first.at }, written)
    return likeness > ENOUGH ? [{ element, ...written, likeness }] : []
  })
  return candidates.toSorted((a, b) => b.likeness - a.likeness)[0]
}

/** From the first to the last of the characters of a line that may be of the join. */
function writtenIn(element: Y.XmlElement, isWritten: (item: Y.Item) => boolean): { readonly from: number; readonly to: number } | undefined {
  let place = 0
  let from = -1
  let to = -1
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) place += 1
    for (let item = child instanceof Y.XmlText ? child._start : null; item; item = item.right) {
      if (item.deleted || !item.countable) continue
      const isOfJoin = isWritten(item)
      if (isOfJoin && from < 0) from = place
      place += item.length
      if (isOfJoin) to = place
    }
  }
  return from < 0 ? undefined : { from, to }
}
