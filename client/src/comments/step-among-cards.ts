/** The arrows go from card to card. Only from a card itself: inside of one they belong to what is written there. */
import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

export function stepAmongCards(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[data-card]')) return
  event.preventDefault()
  cardBeside(event.target, step)?.focus()
}

/** The card after this one, or before it, in the same margin or list. */
export function cardBeside(card: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const cards = [...(card.closest('[data-cards]')?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
  return cards[cards.indexOf(card) + step]
}
