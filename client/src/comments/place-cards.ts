/** Puts the cards that are there to their places. */
import type { Tops } from './margin-layout.ts'

interface Places {
  /** From the top of the column, px. */
  readonly tops: Tops
  /** Of all that have been there. */
  readonly heights: Tops
  /** Where the column begins in the window. */
  readonly start: number
}

/** So far beyond the window cards still go to their places before one's eyes. */
const SEEN_GOING = 200

export function placeCards(column: HTMLElement, { tops, heights, start }: Places): void {
  for (const place of placesIn(column)) {
    const top = Math.round(tops.get(idOf(place)) ?? 0)
    const before = place.style.top
    if (before === `${top}px`) continue
    place.style.top = `${top}px`
    if (before !== '') showGoing(place, { way: Number.parseFloat(before) - top, at: start + top })
  }
  const end = Math.max(0, ...[...tops].map(([id, top]) => Math.round(top) + (heights.get(id) ?? 0)))
  if (column.style.minHeight !== `${end}px`) column.style.minHeight = `${end}px`
}

function showGoing(place: HTMLElement, { way, at }: { readonly way: number; readonly at: number }): void {
  const isSeen = [at, at + way].some((each) => each > -SEEN_GOING && each < innerHeight + SEEN_GOING)
  if (!isSeen || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  place.animate([{ transform: `translateY(${way}px)` }, { transform: 'none' }], { duration: 150, easing: 'ease-out' })
}

/** How high those are that are there. */
export function heightsIn(column: HTMLElement): Tops {
  return new Map(placesIn(column).map((place) => [idOf(place), place.offsetHeight]))
}

/** The card the keyboard is in. */
export function heldIn(column: HTMLElement): string | undefined {
  return placesIn(column)
    .filter((place) => place.contains(document.activeElement))
    .map(idOf)[0]
}

function placesIn(column: HTMLElement): HTMLElement[] {
  return [...column.children].filter((child) => child instanceof HTMLElement)
}

function idOf(place: HTMLElement): string {
  return place.dataset['place'] ?? ''
}
