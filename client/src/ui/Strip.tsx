/** A small strip of values: how something went, at a glance. The values themselves stand in words beside it. */
import styles from './Strip.module.css'
import { STRIP, stripPath } from './strip-path.ts'

interface StripProps {
  /** From 0 to 100, the oldest first. */
  readonly values: readonly number[]
  readonly size?: { readonly width: number; readonly height: number }
}

export function Strip({ values, size = STRIP }: StripProps) {
  const { line, end } = stripPath(values, size)
  return (
    <svg className={styles.strip} viewBox={`0 0 ${size.width} ${size.height}`} width={size.width} height={size.height} aria-hidden="true">
      <path d={line} />
      <circle cx={end.x} cy={end.y} r="2" />
    </svg>
  )
}
