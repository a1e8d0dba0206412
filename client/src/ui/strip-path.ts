/** Where the points of a small strip of values stand, and the line through them by d3-shape. Pure; drawn in React and in the page's plain DOM alike. */
import { curveMonotoneX, line as lineOf } from 'd3-shape'

/** In px. */
export const STRIP = { width: 56, height: 16 } as const
const MARGIN = 2.5

/** The line through values from 0 to 100, the oldest first, evenly apart; and where it ends. */
export function stripPath(
  values: readonly number[],
  { width, height }: { readonly width: number; readonly height: number } = STRIP,
): {
  readonly line: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly end: { readonly x: number; readonly y: number }
} {
  const step = values.length > 1 ? (width - 2 * MARGIN) / (values.length - 1) : 0
  const points = values.map((value, index) => ({
    x: round(MARGIN + index * step),
    y: round(height - MARGIN - (Math.min(100, Math.max(0, value)) / 100) * (height - 2 * MARGIN)),
  }))
  return { line: drawn(points) ?? '', points, end: points.at(-1) ?? { x: MARGIN, y: height - MARGIN } }
}

/** Smooth, and nowhere higher or lower than the values themselves (Steffen, 1990). */
const drawn = lineOf<{ readonly x: number; readonly y: number }>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveMonotoneX)
  .digits(2)

function round(value: number): number {
  return Math.round(value * 100) / 100
}
