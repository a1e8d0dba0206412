/** A range of words as Yjs remembers it: by the very characters at its ends. Lost when a block is made anew, as by a move, a split or a paste. */
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { pageFragment } from '../journal-doc.ts'
import { elementText, topElements } from '../read-blocks.ts'
import { findBlock, type PageText, type Stretch } from './page-text.ts'

export interface Ends {
  readonly start: string
  readonly end: string
}

/** The ends of a stretch, the first holding on to the character after it, the last to the one before. `undefined` when a block is not in the document. */
export function readEnds(doc: Y.Doc, page: PageText, { from, to }: Stretch): Ends | undefined {
  const start = positionAt(doc, page, { at: from, side: 1 })
  const end = positionAt(doc, page, { at: to, side: -1 })
  return start !== undefined && end !== undefined ? { start, end } : undefined
}

/**
 * Where the range is now. `gone`: its block stands where it stood, and every character between its ends was deleted.
 * `undefined`: the characters are not in this document any more, or not yet.
 */
export function findEnds(
  doc: Y.Doc,
  { start, end }: Ends,
  pages: readonly PageText[],
): { readonly page: PageText; readonly stretch: Stretch } | 'gone' | undefined {
  const first = placeOf(doc, start)
  const last = placeOf(doc, end)
  if (!first || !last) return undefined
  const page = pages.find((each) => pageFragment(doc, each.page) === first.element.parent)
  const from = page && findBlock(page, first.element.getAttribute('id') ?? '')
  const to = page && findBlock(page, last.element.getAttribute('id') ?? '')
  if (!page || !from || !to || last.element.parent !== first.element.parent) return undefined
  const stretch = { from: from.at + first.offset, to: to.at + last.offset }
  if (stretch.from < stretch.to) return { page, stretch }
  return first.element === last.element ? 'gone' : undefined
}

function positionAt(doc: Y.Doc, page: PageText, { at, side }: { readonly at: number; readonly side: 1 | -1 }): string | undefined {
  const character = side === 1 ? at : at - 1
  const block = page.blocks.find(({ at: start, text }) => character >= start && character < start + text.length)
  const element = block && topElements(pageFragment(doc, page.page)).find((each) => each.getAttribute('id') === block.id)
  if (!block || !element) return undefined
  let rest = character - block.at
  for (const [index, child] of element.toArray().entries()) {
    const length = lengthOf(child)
    if (rest < length) {
      const isText = child instanceof Y.XmlText
      const place = (isText ? rest : index) + (side === 1 ? 0 : 1)
      return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(isText ? child : element, place, side)))
    }
    rest -= length
  }
  return undefined
}

function placeOf(doc: Y.Doc, encoded: string): { readonly element: Y.XmlElement; readonly offset: number } | undefined {
  // Characters that an undo brought back are known as such only to who undid: all must find the same.
  const position = Y.createAbsolutePositionFromRelativePosition(decode(encoded), doc, false)
  if (!position) return undefined
  const { type, index } = position
  const element = type instanceof Y.XmlText ? type.parent : type
  if (!(element instanceof Y.XmlElement) || isDeleted(element) || isDeleted(type)) return undefined
  const children = element.toArray()
  const before = children.slice(0, type instanceof Y.XmlText ? children.indexOf(type) : index)
  const offset = before.reduce((sum, child) => sum + lengthOf(child), 0)
  return { element, offset: type instanceof Y.XmlText ? offset + index : offset }
}

/** What another program wrote there may be no position at all. */
function decode(encoded: string): Y.RelativePosition {
  try {
    const position = Y.decodeRelativePosition(fromBase64(encoded))
    // Of a number with far too many bytes Yjs reads NaN, and looks for it where nothing is.
    return [position.item, position.type].every((id) => id === null || (Number.isSafeInteger(id.client) && Number.isSafeInteger(id.clock))) ? position : NOWHERE
  } catch {
    return NOWHERE
  }
}

/** A character no document has. */
const NOWHERE = Y.createRelativePositionFromJSON({ item: { client: 0, clock: Number.MAX_SAFE_INTEGER } })

function isDeleted(type: Pick<Y.XmlElement, '_item'> | Y.AbstractType<never>): boolean {
  return type._item?.deleted === true
}

function lengthOf(child: Y.XmlElement | Y.XmlText | Y.XmlHook): number {
  if (child instanceof Y.XmlText) return child.length
  return child instanceof Y.XmlElement ? (child.nodeName === 'hardBreak' ? 1 : elementText(child).length) : 0
}
