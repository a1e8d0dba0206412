/** Says in words what happened, what was kept and what to do. Calm: red is for what cannot be saved. */
import type { ReactNode } from 'react'
import { words } from '../words/words.ts'
import styles from './Problem.module.css'
import { Button } from './Button.tsx'

interface ProblemProps {
  readonly children: ReactNode
  /** Offers to try again. */
  readonly onRetry?: () => void
}

/** Announced to screen readers when it appears. */
export function Problem({ children, onRetry }: ProblemProps) {
  return (
    <div className={styles.problem} role="alert">
      <p>{children}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {words.general.tryAgain}
        </Button>
      )}
    </div>
  )
}
