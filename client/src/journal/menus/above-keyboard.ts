/** Keeps what is fixed to the bottom of the window above the keyboard of a phone. */
import type { RefCallback } from 'react'
import { coversBottom } from '../../ui/covered-edges.ts'

/** The `ref` of such a bar. A browser's keyboard lies over the page: the bar is lifted by the keyboard's height, and what is brought into sight is clear of it. */
export const aboveKeyboard: RefCallback<HTMLElement> = (bar) => {
  if (!bar) return undefined
  const viewport = window.visualViewport
  const lift = () => {
    const covered = viewport ? Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop) : 0
    bar.style.setProperty('--keyboard', `${covered}px`)
  }
  lift()
  viewport?.addEventListener('resize', lift)
  viewport?.addEventListener('scroll', lift)
  // After it: what it covers is looked at when it has been lifted.
  const stopCovering = coversBottom(bar)
  return () => {
    stopCovering?.()
    viewport?.removeEventListener('resize', lift)
    viewport?.removeEventListener('scroll', lift)
  }
}
