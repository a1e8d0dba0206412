/** What bars that stay in their place leave of the window. Whatever is brought into sight is brought clear of them. */
import type { RefCallback } from 'react'

/** From where to where, CSS pixels from the upper edge of the page's window. */
export interface Stretch {
  readonly top: number
  readonly bottom: number
}

const bars = { top: new Set<Element>(), bottom: new Set<Element>() }

/** The `ref` of a bar at the window's upper edge. */
export const coversTop: RefCallback<HTMLElement> = (bar) => (bar ? watch(bar, bars.top) : undefined)

/** The `ref` of a bar at the window's lower edge. */
export const coversBottom: RefCallback<HTMLElement> = (bar) => (bar ? watch(bar, bars.bottom) : undefined)

/** What of the window can be seen: a phone's keyboard lies over it, and who looks closer sees a part. */
export function seenStretch(): Stretch {
  const { offsetTop: top, height } = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight }
  return { top, bottom: top + height }
}

/** What no bar covers of it. */
export function clearStretch(): Stretch {
  const { top, bottom } = seenStretch()
  return {
    top: Math.max(top, ...[...bars.top].map((bar) => bar.getBoundingClientRect().bottom)),
    bottom: Math.min(bottom, ...[...bars.bottom].map((bar) => bar.getBoundingClientRect().top)),
  }
}

function watch(bar: Element, edge: Set<Element>): () => void {
  const sizes = new ResizeObserver(tellStyles)
  edge.add(bar)
  sizes.observe(bar)
  window.visualViewport?.addEventListener('resize', tellStyles)
  return () => {
    edge.delete(bar)
    sizes.disconnect()
    window.visualViewport?.removeEventListener('resize', tellStyles)
    tellStyles()
  }
}

/** For the styles, which keep what the Tab key comes to clear of the bars (base.css). */
function tellStyles(): void {
  const { style } = document.documentElement
  const { top, bottom } = clearStretch()
  style.setProperty('--covered-top', `${top}px`)
  style.setProperty('--covered-bottom', `${window.innerHeight - bottom}px`)
}
