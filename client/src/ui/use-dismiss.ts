/** Closes something that lies over the page: with Escape, with a press beside it, or when the focus leaves it. */
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'

interface Dismissed {
  readonly close: () => void
  /** Opens and closes it too, from elsewhere: by a selector. Gets the focus back when nothing of it is left. */
  readonly opener?: string
}

export function useDismiss(root: RefObject<HTMLElement | null>, isOpen: boolean, { close, opener = '[data-no-opener]' }: Dismissed): void {
  const dismiss = useEffectEvent(close)
  useEffect(() => {
    const element = root.current
    if (!isOpen || !element) return
    const isBeside = (target: EventTarget | null): boolean => target instanceof Element && !element.contains(target) && !target.closest(opener)
    const onPress = ({ target }: Event): void => {
      if (isBeside(target)) dismiss()
    }
    const onLeave = ({ relatedTarget }: FocusEvent): void => {
      if (isBeside(relatedTarget)) dismiss()
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      const hasFocus = element.contains(document.activeElement)
      flushSync(dismiss)
      // What opened it is the first thing in it, and gets the focus back.
      if (hasFocus) (element.isConnected ? element.querySelector('button') : document.querySelector<HTMLElement>(opener))?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    element.addEventListener('focusout', onLeave)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      element.removeEventListener('focusout', onLeave)
      document.removeEventListener('keydown', onKey)
    }
  }, [root, isOpen, opener])
}
