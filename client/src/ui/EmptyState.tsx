/** Where nothing is yet: one sentence in the serif and one thing to do, or two. */
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  readonly title: string
  readonly lead?: string
  readonly action?: ReactNode
  /** Whether the sentence is the heading of the whole screen. */
  readonly isWholeScreen?: boolean
  readonly picture?: ReactNode
}

/** The one place, with the join card, where words are centred. */
export function EmptyState({ title, lead, action, picture, isWholeScreen = false }: EmptyStateProps) {
  const Heading = isWholeScreen ? 'h1' : 'h2'
  return (
    <section className={styles.empty}>
      {picture}
      <Heading className={styles.title}>{title}</Heading>
      {lead && <p className={styles.lead}>{lead}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </section>
  )
}
