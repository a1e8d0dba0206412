/** Finds the words that went with a block whose deleter had not heard of them. */
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
  /** Each lost letter. */
  readonly letters: readonly Y.ID[]
}

interface Loss {
  /** The deletions the others meant. */
  readonly told: Deletions
  /** Whether words of a client id are ours to write again. */
  readonly isOwn: (client: number) => boolean
}

/** How to read a deleted block. */
export interface Reading {
  /** Whether an item of it stood there until it was deleted. */
  readonly wasThere: (item: Y.Item) => boolean
  readonly isLost: (letter: Y.ID) => boolean
}

/** Looks at a transaction of others, while Yjs still has what it deleted. */
export function findLostWords(transaction: Y.Transaction, loss: Loss): LostWords[] {
  const elements = new Set<Y.XmlElement>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !loss.isOwn(struct.id.client) || !(struct.content instanceof Y.ContentString)) return
    const text = struct.parent
    if (text instanceof Y.XmlText && text._item?.deleted && text.parent instanceof Y.XmlElement) elements.add(text.parent)
  })
  return readLost(elements, {
    wasThere: ({ deleted, id }) => !deleted || Y.isDeleted(transaction.deleteSet, id),
    isLost: (letter) => loss.isOwn(letter.client) && !Y.isDeleted(loss.told, letter),
  })
}

/** Reads blocks as long as Yjs still has what was deleted; those that lost nothing are left out. */
export function readLost(elements: Iterable<Y.XmlElement>, reading: Reading): LostWords[] {
  return [...elements].map((element) => readElement(element, reading)).filter(({ pieces }) => pieces.length > 0)
}

function readElement(element: Y.XmlElement, { wasThere, isLost }: Reading): LostWords {
  const pieces: LostPiece[] = []
  const letters: Y.ID[] = []
  let words = ''
  for (const child of childrenOf(element, wasThere)) {
    if (!(child.content instanceof Y.ContentType)) continue
    const { type } = child.content
    if (!(type instanceof Y.XmlText)) {
      words += '\n'
      continue
    }
    let marks: LostPiece['marks'] = {}
    for (const item of childrenOf(type, wasThere)) {
      if (item.content instanceof Y.ContentFormat) marks = withMark(marks, item.content)
      if (!(item.content instanceof Y.ContentString)) continue
      const { client, clock } = item.id
      for (let index = 0; index < item.length; index += 1) {
        const character = item.content.str.charAt(index)
        const letter = Y.createID(client, clock + index)
        if (isLost(letter)) {
          letters.push(letter)
          addCharacter(pieces, { text: character, marks, at: words.length })
        } else words += character
      }
    }
  }
  return { element, words, pieces, letters }
}

function withMark(marks: LostPiece['marks'], { key, value }: Y.ContentFormat): LostPiece['marks'] {
  return { ...marks, [key]: value }
}

function addCharacter(pieces: LostPiece[], { text, marks, at }: LostPiece): void {
  const last = pieces.at(-1)
  if (last?.at === at && last.marks === marks) pieces[pieces.length - 1] = { ...last, text: last.text + text }
  else pieces.push({ text, marks, at })
}

function* childrenOf(type: Y.XmlElement | Y.XmlText, wasThere: Reading['wasThere']): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) if (wasThere(item)) yield item
}
