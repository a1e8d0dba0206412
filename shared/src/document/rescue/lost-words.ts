/** Finds the words of this device that went with a block whose deleter had not heard of them. */
import * as Y from 'yjs'
import type { Deletions } from './heard-update.ts'

export interface LostPiece {
  readonly text: string
  readonly marks: Readonly<Record<string, unknown>>
  /** Before which of the block's other characters it stood. */
  readonly at: number
}

export interface LostWords {
  /** The block they stood in; deleted, unless only the place of its words was. */
  readonly element: Y.XmlElement
  /** What else stood there. */
  readonly words: string
  readonly pieces: readonly LostPiece[]
}

interface Loss {
  /** The deletions the others meant. */
  readonly told: Deletions
  /** Whether words of a client id are ours to write again. */
  readonly isOwn: (client: number) => boolean
}

/** Looks at a transaction of others, while Yjs still has what it deleted. */
export function findLostWords(transaction: Y.Transaction, loss: Loss): LostWords[] {
  const elements = new Set<Y.XmlElement>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !loss.isOwn(struct.id.client) || !(struct.content instanceof Y.ContentString)) return
    const text = struct.parent
    if (text instanceof Y.XmlText && text._item?.deleted && text.parent instanceof Y.XmlElement) elements.add(text.parent)
  })
  return [...elements].map((element) => readLost(transaction, element, loss)).filter(({ pieces }) => pieces.length > 0)
}

function readLost(transaction: Y.Transaction, element: Y.XmlElement, { told, isOwn }: Loss): LostWords {
  const pieces: LostPiece[] = []
  let words = ''
  for (const child of wentWith(transaction, element)) {
    if (!(child.content instanceof Y.ContentType)) continue
    const { type } = child.content
    if (!(type instanceof Y.XmlText)) {
      words += '\n'
      continue
    }
    let marks: LostPiece['marks'] = {}
    for (const item of wentWith(transaction, type)) {
      if (item.content instanceof Y.ContentFormat) marks = withMark(marks, item.content)
      if (!(item.content instanceof Y.ContentString)) continue
      const { client, clock } = item.id
      for (let index = 0; index < item.length; index += 1) {
        const character = item.content.str.charAt(index)
        const isLost = isOwn(client) && !Y.isDeleted(told, Y.createID(client, clock + index))
        if (isLost) addCharacter(pieces, { text: character, marks, at: words.length })
        else words += character
      }
    }
  }
  return { element, words, pieces }
}

function withMark(marks: LostPiece['marks'], { key, value }: Y.ContentFormat): LostPiece['marks'] {
  return { ...marks, [key]: value }
}

function addCharacter(pieces: LostPiece[], { text, marks, at }: LostPiece): void {
  const last = pieces.at(-1)
  if (last?.at === at && last.marks === marks) pieces[pieces.length - 1] = { ...last, text: last.text + text }
  else pieces.push({ text, marks, at })
}

/** The children that stood there until this transaction, in order. */
function* wentWith(transaction: Y.Transaction, type: Y.XmlElement | Y.XmlText): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) if (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id)) yield item
}
