/** The arrows go from card to card. Only from a card itself: inside of one they belong to what is written there. */
import type { KeyboardEvent } from 'react'

export function stepAmongCards(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')]
  const at = cards.indexOf(event.target as HTMLElement)
  if (step === undefined || at < 0) return
  event.preventDefault()
  cards[at + step]?.focus()
}
