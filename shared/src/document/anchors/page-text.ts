/** The words of a page as one text, block after block without anything between, so that words are found wherever a block was split or joined. */
import type { BlockId, PageId } from '../../ids.ts'
import type { Block } from '../read-blocks.ts'
import { BREAK, CONTEXT_LENGTH, type Piece } from './anchor.ts'

interface BlockText {
  readonly id: BlockId
  /** Where its words begin in the page's text. */
  readonly at: number
  readonly text: string
}

export interface PageText {
  readonly page: PageId
  readonly text: string
  readonly blocks: readonly BlockText[]
  /** The first of each id. */
  readonly byId: ReadonlyMap<string, BlockText>
}

/** Blocks without an id are read over: nothing can hang on them until an editor gives them one. */
export function readPageText(page: PageId, blocks: readonly Block[]): PageText {
  let text = ''
  const placed: BlockText[] = []
  for (const block of blocks) {
    if (block.id === '') continue
    placed.push({ id: block.id, at: text.length, text: block.text })
    text += block.text
  }
  const byId = new Map<string, BlockText>()
  for (const block of placed) if (!byId.has(block.id)) byId.set(block.id, block)
  return { page, text, blocks: placed, byId }
}

export function findBlock(page: PageText, id: string): BlockText | undefined {
  return page.byId.get(id)
}

/** A stretch of a page's text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretch, block by block. */
export function piecesOf(page: PageText, { from, to }: Stretch): Piece[] {
  const pieces: Piece[] = []
  for (const { id, at, text } of page.blocks) {
    const start = Math.max(from, at)
    const end = Math.min(to, at + text.length)
    if (start < end) pieces.push({ block: id, from: start - at, to: end - at })
  }
  return pieces
}

/** The words of a stretch, with a break where a block ends. */
export function wordsOf(page: PageText, stretch: Stretch): string {
  const parts: string[] = []
  for (const { at, text } of page.blocks) {
    const part = text.slice(Math.max(0, stretch.from - at), Math.max(0, stretch.to - at))
    if (part !== '') parts.push(part)
  }
  return parts.join(BREAK)
}

/** What stands right before and after a stretch, with breaks; a page begins and ends with one. */
export function contextOf(page: PageText, { from, to }: Stretch): { prefix: string; suffix: string } {
  const before = wordsOf(page, { from: Math.max(0, from - CONTEXT_LENGTH), to: from })
  const after = wordsOf(page, { from: to, to: to + CONTEXT_LENGTH })
  const starts = page.blocks.some(({ at, text }) => at === from && text !== '')
  const ends = page.blocks.some(({ at, text }) => at + text.length === to && text !== '')
  return {
    prefix: wellFormed(`${from <= CONTEXT_LENGTH ? BREAK : ''}${before}${starts && from > 0 ? BREAK : ''}`.slice(-CONTEXT_LENGTH)),
    suffix: wellFormed(`${ends && to < page.text.length ? BREAK : ''}${after}${to + CONTEXT_LENGTH >= page.text.length ? BREAK : ''}`.slice(0, CONTEXT_LENGTH)),
  }
}

/** Half a character, as a cut through an emoji leaves it, would not survive the way to the server. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '')
}
