/** Closes something that lies over the page: with Escape, with a press beside it, or when the focus goes elsewhere. */
import { type RefObject, useEffect, useEffectEvent } from 'react'

export function useDismiss(root: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  const dismiss = useEffectEvent(close)
  useEffect(() => {
    const element = root.current
    if (!isOpen || !element) return
    const onPress = (event: Event): void => {
      if (event.target instanceof Node && !element.contains(event.target)) dismiss()
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      dismiss()
      // What opened it is the first thing in it, and gets the focus back.
      element.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('focusin', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('focusin', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [root, isOpen])
}
