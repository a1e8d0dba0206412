/** The mark: two overlapping circles, one for each of the pair. */

interface MarkProps {
  /** CSS length of the height; the mark is half as wide again. */
  readonly size?: string
}

/** Decoration only: the name of the program stands beside it in words. */
export function Mark({ size = '1.5rem' }: MarkProps) {
  return (
    <svg viewBox="0 0 30 20" style={{ height: size, width: `calc(${size} * 1.5)`, flex: 'none' }} aria-hidden="true">
      <circle cx="10" cy="10" r="9" fill="var(--mark-0)" />
      <circle cx="20" cy="10" r="9" fill="var(--mark-1)" />
      <path d="M15 2.52a9 9 0 0 1 0 14.96a9 9 0 0 1 0-14.96Z" fill="var(--mark-both)" />
    </svg>
  )
}
