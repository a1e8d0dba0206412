/** Whether a phone's keyboard takes its share of the screen. No browser says so: the viewport is much lower than it has been at this width. */
import { useSyncExternalStore } from 'react'

/** Lower than any keyboard, higher than the bars a browser hides while one scrolls, in CSS pixels. */
const KEYBOARD_HEIGHT = 180

const tallest = new Map<number, number>()

export function useKeyboardUp(): boolean {
  return useSyncExternalStore(subscribe, isKeyboardUp)
}

function subscribe(listener: () => void): () => void {
  window.visualViewport?.addEventListener('resize', listener)
  return () => window.visualViewport?.removeEventListener('resize', listener)
}

function isKeyboardUp(): boolean {
  const viewport = window.visualViewport
  // A page that is zoomed in has a low viewport too.
  if (!viewport || viewport.scale > 1.05) return false
  const width = Math.round(viewport.width)
  const height = Math.max(tallest.get(width) ?? 0, viewport.height)
  tallest.set(width, height)
  return matchMedia('(pointer: coarse)').matches && height - viewport.height > KEYBOARD_HEIGHT
}
