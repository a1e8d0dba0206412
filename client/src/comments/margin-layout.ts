/** Where the cards of the margin stand: each beside its words, none over another. The one that is open keeps its place and the others make room. Pure. */

/** By the id of a card, px. */
export type Tops = ReadonlyMap<string, number>

export interface Card {
  readonly id: string
  /** Where its words are. */
  readonly wanted: number
  readonly height: number
}

const GAP = 8

/** In the order of their words; answers the top of each. */
export function layOutCards(cards: readonly Card[], open: string | undefined): Tops {
  const tops = new Map<string, number>()
  const pinned = cards.findIndex(({ id }) => id === open)
  const from = Math.max(0, pinned)
  let floor = Number.NEGATIVE_INFINITY
  for (const card of cards.slice(from)) {
    const top = Math.max(card.wanted, floor)
    tops.set(card.id, top)
    floor = top + card.height + GAP
  }
  let ceiling = tops.get(cards[from]?.id ?? '') ?? Number.POSITIVE_INFINITY
  for (const card of cards.slice(0, from).toReversed()) {
    const top = Math.min(card.wanted, ceiling - card.height - GAP)
    tops.set(card.id, top)
    ceiling = top
  }
  return tops
}

interface Stretch {
  readonly from: number
  readonly to: number
  /** Those that are there wherever they stand. */
  readonly always: readonly (string | undefined)[]
}

/** Which cards stand within a stretch of the margin, from top to bottom. */
export function nearOf(tops: Tops, { from, to, always }: Stretch): readonly string[] {
  return [...tops]
    .filter(([id, top]) => (top >= from && top <= to) || always.includes(id))
    .toSorted(([, a], [, b]) => a - b)
    .map(([id]) => id)
}

/** So far, about a window, from their words cards are no longer seen together with them, px. */
const TOO_FAR = 800

/** Whether there are so many at one place that cards are pushed away from their words. */
export function isCrowded(cards: readonly Card[]): boolean {
  const tops = layOutCards(cards, undefined)
  return cards.some(({ id, wanted }) => (tops.get(id) ?? wanted) - wanted > TOO_FAR)
}
