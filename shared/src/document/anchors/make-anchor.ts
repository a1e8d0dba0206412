/** Makes anchors of what a person has selected, and renews one whose words have moved or changed. */
import { assertNever, type BlockId, type PageId } from '../../ids.ts'
import { type Anchor, type Piece, type Placement, type Quote, QUOTE_LIMIT, type RangeAnchor } from './anchor.ts'
import { countWords, plain } from './find-words.ts'
import type { JournalText } from './journal-text.ts'
import { contextOf, findBlock, type PageText, type Stretch, wellFormed, wordsOf } from './page-text.ts'
import { readEnds } from './relative-range.ts'

/** On words, which may reach over several blocks of a page. `undefined` when there are none. */
export function anchorOnWords(journal: JournalText, page: PageId, pieces: readonly Piece[]): RangeAnchor | undefined {
  const text = journal.pages().find((each) => each.page === page)
  const stretch = text && stretchOf(text, pieces)
  const ends = stretch && readEnds(journal.doc, text, stretch)
  const block = pieces[0]?.block
  if (!text || !stretch || !ends || !block || text.text.slice(stretch.from, stretch.to).trim() === '') return undefined
  return { kind: 'range', page, block, ...ends, quote: quoteOf(journal, text, { stretch, block }) }
}

/** On a whole block, or on one fact of it. `undefined` when the block is nowhere. */
export function anchorOnBlock(journal: JournalText, id: BlockId, field?: string): Anchor | undefined {
  const page = journal.pages().find((each) => findBlock(each, id) !== undefined)
  const block = page && findBlock(page, id)
  if (!page || !block) return undefined
  const quote = quoteOf(journal, page, { stretch: { from: block.at, to: block.at + block.text.length }, block: id })
  return field === undefined ? { kind: 'block', page: page.page, block: id, quote } : { kind: 'fact', page: page.page, block: id, field, quote }
}

/** The anchor as it should be stored now; `undefined` when it is as good as it was. Detached ones stay as they are: their words may return. */
export function renewAnchor(journal: JournalText, anchor: Anchor, placement: Placement): Anchor | undefined {
  if (placement.kind === 'detached' || anchor.kind === 'page') return undefined
  const renewed = remake(journal, anchor, placement)
  if (!renewed || renewed.kind === 'page' || isSamePlace(anchor, renewed)) return undefined
  // Half-written or half-deleted words are not worth remembering: what they were is needed to find them again.
  if (2 * plain(renewed.quote.words).length < plain(anchor.quote.words).length) return undefined
  const first = anchor.first ?? (plain(anchor.quote.words) === plain(renewed.quote.words) ? undefined : anchor.quote)
  return first ? { ...renewed, first } : renewed
}

function remake(journal: JournalText, anchor: Exclude<Anchor, { kind: 'page' }>, placement: Extract<Placement, { kind: 'attached' }>): Anchor | undefined {
  const block = placement.pieces[0]?.block
  switch (anchor.kind) {
    case 'range':
      return anchorOnWords(journal, placement.page, placement.pieces)
    case 'block':
      return block && anchorOnBlock(journal, block)
    case 'fact':
      return block && anchorOnBlock(journal, block, anchor.field)
    default:
      return assertNever(anchor)
  }
}

/** Of copies it matters whether there are any: words that stand only once are found wherever they go. What stands around is good enough on one side. */
function isSamePlace(one: Exclude<Anchor, { kind: 'page' }>, other: Exclude<Anchor, { kind: 'page' }>): boolean {
  const areEndsSame = one.kind !== 'range' || other.kind !== 'range' || (one.start === other.start && one.end === other.end)
  const areCopiesSame = one.quote.twins === other.quote.twins && one.quote.others > 0 === other.quote.others > 0
  const isAroundKnown = one.quote.prefix === other.quote.prefix || one.quote.suffix === other.quote.suffix
  return areEndsSame && areCopiesSame && isAroundKnown && one.page === other.page && one.block === other.block && one.quote.words === other.quote.words
}

function stretchOf(page: PageText, pieces: readonly Piece[]): Stretch | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)]
  const start = first && findBlock(page, first.block)
  const end = last && findBlock(page, last.block)
  if (!start || !end) return undefined
  const from = start.at + Math.min(first.from, start.text.length)
  const to = Math.min(end.at + Math.min(last.to, end.text.length), from + QUOTE_LIMIT - pieces.length)
  return from < to ? { from, to } : undefined
}

function quoteOf(journal: JournalText, page: PageText, { stretch, block }: { readonly stretch: Stretch; readonly block: BlockId }): Quote {
  const words = wellFormed(wordsOf(page, stretch).slice(0, QUOTE_LIMIT))
  const everywhere = journal.pages().reduce((sum, each) => sum + countWords(each.text, words), 0)
  const inBlock = countWords(findBlock(page, block)?.text ?? '', words)
  return { words, ...contextOf(page, stretch), twins: Math.max(0, inBlock - 1), others: Math.max(0, everywhere - 1) }
}
