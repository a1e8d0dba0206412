/**
 * What goes away with the keyboard in it, a comment that is deleted or a card that is settled, leaves the keyboard to what is around it: a part of
 * a card to its card, a card to the one after it or else before it, and the last of all to the words.
 */
import { type RefObject, useLayoutEffect } from 'react'
import { useSteady } from '../ui/use-steady.ts'
import { cardBeside } from './step-among-cards.ts'

export function useKeyboardStays(part: RefObject<HTMLElement | null>, onNone: () => void = () => undefined): void {
  const leave = useSteady(onNone)
  useLayoutEffect(() => {
    const element = part.current
    // The end of a layout effect runs while the element is still on the page, among the others.
    return () => {
      if (!element?.contains(document.activeElement)) return
      const around = element.parentElement?.closest<HTMLElement>('[data-card]')
      const next = around ?? cardBeside(element, 1) ?? cardBeside(element, -1)
      requestAnimationFrame(() => {
        // Whatever took it away may have put the keyboard somewhere itself.
        if (document.activeElement !== document.body) return
        if (next) next.focus({ preventScroll: next === around })
        else leave()
      })
    }
  }, [part, leave])
}
