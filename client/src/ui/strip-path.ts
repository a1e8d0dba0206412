/** Where the points of a small strip of values stand. Pure; drawn in React and in the page's plain DOM alike. */

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
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return { line, points, end: points.at(-1) ?? { x: MARGIN, y: height - MARGIN } }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
