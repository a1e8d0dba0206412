/** One of a few, beside each other: one row where all of them fit, otherwise rows of the same number, always from edge to edge. */
import type { CSSProperties, ReactNode } from 'react'
import styles from './Segments.module.css'

interface Named {
  readonly name: string
  /** Somebody's face. Their name may be as long as it likes, and is clipped; what is ours to say never is. */
  readonly sign?: ReactNode
}

/** In letters: what is shown at least of a clipped name, and as how many its sign counts. */
const CLIPPED = 5
const SIGN = 3.5

/** The look of the group; each of its parts has the class `segment`. */
export function segmentsOf(parts: readonly Named[]) {
  const longest = Math.max(...parts.map(({ name, sign }) => (sign ? Math.min(name.length, CLIPPED) + SIGN : name.length)))
  const measures = { '--count': parts.length, '--half': Math.ceil(parts.length / 2), '--longest': longest }
  return { className: styles.segments, style: measures as CSSProperties, 'data-clipped': parts.some(({ sign }) => Boolean(sign)) || undefined }
}

export const segment = styles.segment ?? ''
