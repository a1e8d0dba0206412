/**
 * Finds the place of an anchor in the journal as it is now, in the order of trust: the very characters with the very words; the words in
 * their block; the words anywhere; almost the words; the characters with other words in between. What is none of these is detached, and
 * is found again by itself when its words come back.
 */
import { assertNever, type BlockId } from '../../ids.ts'
import { type Anchor, type Placement, type Quote, QUOTE_LIMIT, type RangeAnchor } from './anchor.ts'
import { belongsToContext } from './context-match.ts'
import { findAlmost, findInBlock, findInJournal, findRewritten, type FoundWords, plain } from './find-words.ts'
import type { JournalText } from './journal-text.ts'
import { findBlock, type PageText, piecesOf } from './page-text.ts'
import { findEnds } from './relative-range.ts'

export function resolveAnchor(journal: JournalText, anchor: Anchor): Placement {
  switch (anchor.kind) {
    case 'page':
      return journal.pages().some(({ page }) => page === anchor.page)
        ? { kind: 'attached', page: anchor.page, pieces: [], isChanged: false }
        : { kind: 'detached', page: anchor.page }
    case 'block':
    case 'fact':
      return resolveBlock(journal, anchor)
    case 'range':
      return attach(anchor, findRange(journal, anchor))
    default:
      return assertNever(anchor)
  }
}

function resolveBlock(journal: JournalText, anchor: Exclude<Anchor, { kind: 'range' | 'page' }>): Placement {
  const pages = journal.pages()
  const home = homeOf(pages, anchor.block)
  const block = home && findBlock(home, anchor.block)
  if (home && block) {
    const isChanged = plain((anchor.first ?? anchor.quote).words) !== block.text.slice(0, QUOTE_LIMIT)
    return { kind: 'attached', page: home.page, pieces: [{ block: anchor.block, from: 0, to: block.text.length }], isChanged }
  }
  // Joined to another block, or pasted back without its id.
  return attach(anchor, findInJournal(pages, anchor.quote) ?? (anchor.first && findInJournal(pages, anchor.first)))
}

function findRange(journal: JournalText, anchor: RangeAnchor): FoundWords | undefined {
  const pages = journal.pages()
  const now = findByQuote(journal, anchor, pages)
  // The words as they were at first: an undo may have brought them back.
  const first = anchor.first && findExactly(pages, anchor.block, anchor.first)
  return first && (!now || overlaps(first, now)) ? first : now
}

function findByQuote({ doc }: JournalText, anchor: RangeAnchor, pages: readonly PageText[]): FoundWords | undefined {
  const { block, quote } = anchor
  const ends = findEnds(doc, anchor, pages)
  const between = typeof ends === 'object' ? ends : undefined
  if (between && textOf(between) === plain(quote.words)) return between
  const exact = findExactly(pages, block, quote)
  if (exact) return exact
  const home = homeOf(pages, block)
  const rewritten = home && findRewritten(home, block, quote)
  const known = between && !belongsToContext(between.page, between.stretch, quote) ? between : undefined
  // What stood around the words tells their ends best, as long as it does not say more than the characters do.
  if (rewritten && known && contains(known, rewritten)) return rewritten
  const almost = findAlmost(pages, block, quote)
  // Half of the old words and half of new ones: those between what stood around them are meant whole.
  if (almost && rewritten && contains(rewritten, almost)) return rewritten
  if (almost && !(known && contains(known, almost))) return almost
  return known ?? rewritten
}

function findExactly(pages: readonly PageText[], block: BlockId, quote: Quote): FoundWords | undefined {
  const home = homeOf(pages, block)
  return (home && findInBlock(home, block, quote)) ?? findInJournal(pages, quote)
}

function homeOf(pages: readonly PageText[], block: BlockId): PageText | undefined {
  return pages.find((page) => findBlock(page, block) !== undefined)
}

function attach(anchor: Exclude<Anchor, { kind: 'page' }>, found: FoundWords | undefined): Placement {
  if (!found) return { kind: 'detached', page: anchor.page }
  return {
    kind: 'attached',
    page: found.page.page,
    pieces: piecesOf(found.page, found.stretch),
    isChanged: textOf(found) !== plain((anchor.first ?? anchor.quote).words),
  }
}

function textOf({ page, stretch }: FoundWords): string {
  return page.text.slice(stretch.from, stretch.to)
}

function overlaps(one: FoundWords, other: FoundWords): boolean {
  return one.page.page === other.page.page && one.stretch.from < other.stretch.to && other.stretch.from < one.stretch.to
}

function contains(outer: FoundWords, inner: FoundWords): boolean {
  return outer.page.page === inner.page.page && outer.stretch.from <= inner.stretch.from && inner.stretch.to <= outer.stretch.to
}
