/**
 * Finds words again by the words alone, first in their block, then in the journal. Never guesses: where the same words stand several times,
 * what stood around them decides, and where that is not enough nothing is found.
 */
import search from 'approx-string-match'
import { BREAK, type Quote } from './anchor.ts'
import { belongsToContext, inBlockAfter, inBlockBefore, matchContext } from './context-match.ts'
import { findBlock, type PageText, type Stretch } from './page-text.ts'

export interface FoundWords {
  readonly page: PageText
  readonly stretch: Stretch
}

interface Ranked extends FoundWords {
  readonly matched: number
  readonly isBlockSideSame: boolean
  readonly errors: number
}

/** Words this short say little by themselves. */
const FEW = 3
/** Words this long are recognised without what stood around them. */
const MANY = 8
/** So many characters of context are no coincidence. */
const STRONG = 8

/** The exact words in the block they were in. */
export function findInBlock(page: PageText, id: string, quote: Quote): FoundWords | undefined {
  const block = findBlock(page, id)
  if (!block) return undefined
  const words = plain(quote.words)
  const ranked = rank(
    exactPlaces(page.text, words, { from: block.at, to: block.at + block.text.length }).map((stretch) => ({ page, stretch, errors: 0 })),
    quote,
  )
  const best = ranked[0]
  if (!best || ranked.length <= quote.twins) return undefined
  const isKnown = best.isBlockSideSame || best.matched >= FEW + 1
  return isKnown || (quote.twins === 0 && ranked.length === 1 && words.length >= FEW) ? best : undefined
}

/** The exact words anywhere: there must be one place more than there were others when they were remembered. */
export function findInJournal(pages: readonly PageText[], quote: Quote): FoundWords | undefined {
  const words = plain(quote.words)
  const ranked = rank(
    pages.flatMap((page) => exactPlaces(page.text, words).map((stretch) => ({ page, stretch, errors: 0 }))),
    quote,
  )
  const [best, second] = ranked
  if (!best || ranked.length <= quote.others) return undefined
  if (ranked.length === 1) return words.length >= MANY || best.matched >= STRONG ? best : undefined
  return best.matched >= STRONG && best.matched > (second?.matched ?? 0) ? best : undefined
}

/** Almost the same words, at most a quarter of them other characters: in their block, or anywhere when what stood around them stands there too. */
export function findAlmost(pages: readonly PageText[], id: string, quote: Quote): FoundWords | undefined {
  const words = plain(quote.words)
  if (words.length < 4) return undefined
  const home = pages.find((page) => findBlock(page, id) !== undefined)
  const block = home && findBlock(home, id)
  if (home && block) {
    const near = rank(almostPlaces(home, quote, { from: block.at, to: block.at + block.text.length }), quote)
    const best = near.find(({ matched, isBlockSideSame }) => isBlockSideSame || matched >= STRONG)
    if (best) return best
  }
  if (words.length < 2 * MANY) return undefined
  const far = rank(
    pages.flatMap((page) => almostPlaces(page, quote, { from: 0, to: page.text.length })),
    quote,
  )
  return far.find(({ matched }) => matched >= 2 * STRONG)
}

/** Other words, between what stood before and after the old ones in their block: somebody has rewritten them. */
export function findRewritten(page: PageText, id: string, { words, prefix, suffix }: Quote): FoundWords | undefined {
  const block = findBlock(page, id)
  if (!block || words.includes(BREAK)) return undefined
  const before = inBlockBefore(prefix)
  const after = inBlockAfter(suffix)
  if (isTooLittle(before) || isTooLittle(after)) return undefined
  const start = before.isWhole ? (block.text.startsWith(before.text) ? 0 : -1) : block.text.indexOf(before.text)
  const end = after.isWhole ? (block.text.endsWith(after.text) ? block.text.length - after.text.length : -1) : block.text.indexOf(after.text, start)
  const from = start + before.text.length
  if (start < 0 || end <= from || block.text.slice(from, end).trim() === '' || end - from > 2 * words.length + 80) return undefined
  return { page, stretch: { from: block.at + from, to: block.at + end } }
}

function isTooLittle({ text, isWhole }: { readonly text: string; readonly isWhole: boolean }): boolean {
  return !isWhole && text.length < STRONG
}

/** How often the words stand in a text. */
export function countWords(text: string, words: string): number {
  return exactPlaces(text, plain(words)).length
}

export function plain(words: string): string {
  return words.replaceAll(BREAK, '')
}

const MOST_PLACES = 1_000

/** Every place of the words; of overlapping ones all. Beginning inside `within`. */
function exactPlaces(text: string, words: string, within: Stretch = { from: 0, to: text.length }): Stretch[] {
  const places: Stretch[] = []
  if (words === '') return places
  let at = text.indexOf(words, within.from)
  while (at >= 0 && at < within.to && places.length < MOST_PLACES) {
    places.push({ from: at, to: at + words.length })
    at = text.indexOf(words, at + 1)
  }
  return places
}

function almostPlaces(page: PageText, quote: Quote, { from, to }: Stretch): (FoundWords & { readonly errors: number })[] {
  const words = plain(quote.words)
  return search(page.text.slice(from, to), words, Math.floor(words.length / 4))
    .slice(0, MOST_PLACES)
    .map(({ start, end, errors }) => ({ page, stretch: { from: from + start, to: from + end }, errors }))
    .filter(({ stretch }) => stretch.from < stretch.to && !belongsToContext(page, stretch, quote))
}

function rank(places: readonly (FoundWords & { readonly errors: number })[], quote: Quote): Ranked[] {
  return places
    .map((place) => ({ ...place, ...matchContext(place.page, place.stretch, quote) }))
    .toSorted(
      (a, b) => a.errors - b.errors || b.matched - a.matched || Number(b.isBlockSideSame) - Number(a.isBlockSideSame) || a.stretch.from - b.stretch.from,
    )
}
