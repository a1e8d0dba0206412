/** A sheet of its own, for the one thing a visit begins with. */
import type { ReactNode } from 'react'
import styles from './Card.module.css'

interface CardProps {
  readonly children: ReactNode
}

/** One calm card; one to a screen. */
export function Card({ children }: CardProps) {
  return <section className={styles.card}>{children}</section>
}
