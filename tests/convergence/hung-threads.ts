/** Threads that hang on words of which every character exists once in the world, so that it can be told where their words are. */
import { type Anchor, type Placement, QUOTE_LIMIT } from '@tandem/shared/document/anchors/anchor.ts'
import { journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { anchorOnWords, renewAnchor } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import { listPages } from '@tandem/shared/document/journal-doc.ts'
import { type Block, readBlocks } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId, PageId } from '@tandem/shared/ids.ts'
import { expect } from 'vitest'
import type { Random } from './random.ts'
import type { Writer } from './writer.ts'

export interface HungThread {
  anchor: Anchor
  readonly words: string
}

/** Lines of fresh characters at the end of the open page, each longer than the last. */
export function writeLines({ handle: { editor }, freshCharacter }: Writer, lines: number): void {
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
  for (let line = 0; line < lines; line += 1) {
    const text = Array.from({ length: 6 + line * 2 }, () => freshCharacter()).join('')
    const { from, to } = editor.state.selection
    editor.view.dispatch(editor.state.tr.insertText(text, from, to))
    editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, new KeyboardEvent('keydown', { key: 'Enter' })))
  }
}

/** A thread on a few of the words of a page. */
export function hangSomewhere({ doc }: Writer, page: PageId, random: Random): HungThread {
  const blocks = readBlocks(doc, page).filter(({ text }) => text.length > 5 && [...text].every((character) => character > '\u4e00'))
  const block = random.pick(blocks)
  const from = random.below(block.text.length - 4)
  const to = Math.min(block.text.length, from + 4 + random.below(16))
  const anchor = anchorOnWords(journalTextOf(doc), page, [{ block: block.id as BlockId, from, to }])
  if (!anchor) throw new Error('There are no words.')
  return { anchor, words: block.text.slice(from, to).slice(0, QUOTE_LIMIT) }
}

/** The anchor as the server makes it anew once its words have moved. */
export function renewed({ doc }: Writer, anchor: Anchor): Anchor {
  const journal = journalTextOf(doc)
  return renewAnchor(journal, anchor, resolveAnchor(journal, anchor)) ?? anchor
}

/** It is on its words, or on what became of them, or detached; and never elsewhere. Returns where. */
export function expectOnItsWords({ doc }: Writer, { anchor, words }: HungThread): Placement {
  const placement = resolveAnchor(journalTextOf(doc), anchor)
  const blocks = listPages(doc).flatMap(({ id }) => readBlocks(doc, id))
  const there = blocks.map(({ text }) => text).join('')
  const now = wordsAt(blocks, placement)
  if (anchor.kind !== 'range') return placement
  const isWidened = [...words].every((character) => now.includes(character))
  // A few letters by themselves, or words that stand or stood in several places, could be anybody's: those may be detached, and are then listed.
  const standOnce = there.includes(words) && there.indexOf(words) === there.lastIndexOf(words)
  const isTheirs = standOnce && words.length >= 8 && anchor.quote.others === 0 && !anchor.first
  if (isTheirs && !isWidened) expect(now, 'on its words wherever they are whole').toBe(words)
  if (placement.kind === 'detached') return placement
  if (!placement.isChanged) expect(now).toBe(words)
  const isOfThem = [...now].some((character) => words.includes(character) || anchor.quote.words.includes(character))
  const isInTheirPlace = placement.pieces.every(({ block }) => block === anchor.block)
  expect(isOfThem || isInTheirPlace, `"${now}" is of "${words}", or has been written in its place`).toBe(true)
  return placement
}

function wordsAt(blocks: readonly Block[], placement: Placement): string {
  if (placement.kind === 'detached') return ''
  return placement.pieces.map(({ block, from, to }) => blocks.find(({ id }) => id === block)?.text.slice(from, to)).join('')
}
