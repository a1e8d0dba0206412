/** A quiet line over the whole width, for something worth knowing that can wait. */
import type { ReactNode } from 'react'
import styles from './Banner.module.css'

interface BannerProps {
  readonly children: ReactNode
  readonly action: ReactNode
}

/** Quiet: nothing is broken yet, and amber is for time only. */
export function Banner({ children, action }: BannerProps) {
  return (
    <aside className={styles.banner}>
      <p>{children}</p>
      {action}
    </aside>
  )
}
