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

/** In the order of their words; answers the top of each. None stands above the page, or touches its edge: of many at its top, the open one makes room for those before it. */
export function layOutCards(cards: readonly Card[], open: string | undefined): Tops {
  const tops = new Map<string, number>()
  let floor = GAP
  for (const card of cards) {
    // Those before it need at least so much; more they give up below.
    if (card.id === open) floor = roomOf(cards.slice(0, cards.indexOf(card)))
    const top = Math.max(card.wanted, floor)
    tops.set(card.id, top)
    floor = top + card.height + GAP
  }
  const pinned = cards.findIndex(({ id }) => id === open)
  let ceiling = tops.get(open ?? '') ?? Number.POSITIVE_INFINITY
  for (const card of cards.slice(0, Math.max(0, pinned)).toReversed()) {
    ceiling = Math.min(tops.get(card.id) ?? 0, ceiling - card.height - GAP)
    tops.set(card.id, ceiling)
  }
  return tops
}

function roomOf(cards: readonly Card[]): number {
  return cards.reduce((room, { height }) => room + height + GAP, GAP)
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
