/** What bars that stay in their place cover of the window's edges. Whatever is brought into sight is brought clear of them. */
import type { RefCallback } from 'react'

export interface CoveredEdges {
  /** CSS pixels from the window's upper edge. */
  readonly top: number
  /** CSS pixels from the lower edge of what can be seen: above a phone's keyboard. */
  readonly bottom: number
  /** Where that begins, CSS pixels from the window's upper edge. */
  readonly lowest: number
}

const bars = { top: new Set<Element>(), bottom: new Set<Element>() }

/** The `ref` of a bar at the window's upper edge. */
export const coversTop: RefCallback<HTMLElement> = (bar) => (bar ? watch(bar, bars.top) : undefined)

/** The `ref` of a bar at the window's lower edge. */
export const coversBottom: RefCallback<HTMLElement> = (bar) => (bar ? watch(bar, bars.bottom) : undefined)

export function coveredEdges(): CoveredEdges {
  const viewport = window.visualViewport
  const end = viewport ? viewport.offsetTop + viewport.height : window.innerHeight
  const lowest = Math.min(end, ...[...bars.bottom].map((bar) => bar.getBoundingClientRect().top))
  return { top: Math.max(0, ...[...bars.top].map((bar) => bar.getBoundingClientRect().bottom)), bottom: end - lowest, lowest }
}

function watch(bar: Element, edge: Set<Element>): () => void {
  const sizes = new ResizeObserver(tellStyles)
  edge.add(bar)
  sizes.observe(bar)
  return () => {
    edge.delete(bar)
    sizes.disconnect()
    tellStyles()
  }
}

/** For the styles, which keep what the Tab key comes to clear of the bars (base.css). */
function tellStyles(): void {
  const { style } = document.documentElement
  const { top, bottom } = coveredEdges()
  style.setProperty('--covered-top', `${top}px`)
  style.setProperty('--covered-bottom', `${bottom}px`)
}
