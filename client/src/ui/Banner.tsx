/** A quiet line over the whole width, for something worth knowing that can wait. */
import type { ReactNode } from 'react'
import styles from './Banner.module.css'

interface BannerProps {
  readonly children: ReactNode
  readonly action: ReactNode
}

/** Amber, because it is about time: nothing is broken yet. */
export function Banner({ children, action }: BannerProps) {
  return (
    <aside className={styles.banner}>
      <p>{children}</p>
      {action}
    </aside>
  )
}
