/** Writes rescued pieces into a block, each where it belongs among the words that stand there. */
import * as Y from 'yjs'
import { elementText } from '../read-blocks.ts'
import type { LostPiece, LostWords } from './lost-words.ts'
import { placeWords } from './place-words.ts'

/** Where a character of the old block is in the one that was written into. */
export type Follow = (offset: number) => number

/** Writes all pieces; only between `from` and `to` of the block's words, where those are given. */
export function writePieces(element: Y.XmlElement, lost: Pick<LostWords, 'words' | 'pieces'>, within?: { readonly from: number; readonly to: number }): Follow {
  const words = elementText(element)
  const range = { from: within?.from ?? 0, to: Math.min(within?.to ?? words.length, words.length) }
  const placed = lost.pieces.map((piece) => ({ ...piece, place: placeWords(words, { words: lost.words, at: piece.at }, range).at }))
  // Of pieces in one place the later one is written first, and pushed on by the earlier.
  for (const { place, text, marks } of placed.toReversed().toSorted((a, b) => b.place - a.place)) {
    const spot = spotAt(element, place)
    spot.text.insert(spot.at, text, element.nodeName === 'codeBlock' ? {} : { ...marks })
  }
  return followIn(placed)
}

/** By the last piece that begins before it: what stood behind that still stands behind it. */
function followIn(placed: readonly (LostPiece & { readonly place: number })[]): Follow {
  let written = 0
  const starts = placed.map(({ at, place, text }) => {
    const start = { before: at + written, now: place + written }
    written += text.length
    return start
  })
  return (offset) => {
    const start = starts.findLast(({ before }) => before <= offset) ?? starts[0]
    return start ? Math.max(0, offset - start.before + start.now) : offset
  }
}

/** A block's words can lie in several texts, with hard breaks between them. */
function spotAt(element: Y.XmlElement, place: number): { readonly text: Y.XmlText; readonly at: number } {
  let rest = place
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) rest -= 1
    else if (rest <= child.length) return { text: child, at: Math.max(rest, 0) }
    else rest -= child.length
  }
  const text = new Y.XmlText()
  element.insert(element.length, [text])
  return { text, at: 0 }
}
