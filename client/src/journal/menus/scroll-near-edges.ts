/** While something is dragged near the top or bottom of what is seen of the page, the page goes on under it. */
import { clearStretch } from '../../ui/covered-edges.ts'

/** How near, and how many pixels a frame at most. */
const EDGE = 72
const SPEED = 14

export function scrollNearEdges(): { readonly at: (y: number) => void; readonly stop: () => void } {
  let speed = 0
  let frame = 0
  const step = () => {
    frame = 0
    if (speed === 0) return
    window.scrollBy(0, speed)
    frame = requestAnimationFrame(step)
  }
  return {
    at: (y) => {
      const { top, bottom } = clearStretch()
      const fromTop = top + EDGE - y
      const fromBottom = y - (bottom - EDGE)
      speed = fromTop > 0 ? -Math.min(fromTop / 4, SPEED) : fromBottom > 0 ? Math.min(fromBottom / 4, SPEED) : 0
      if (speed !== 0 && frame === 0) frame = requestAnimationFrame(step)
    },
    stop: () => {
      speed = 0
      cancelAnimationFrame(frame)
    },
  }
}
