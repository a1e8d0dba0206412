/** Narrowing a view down: links, because every narrowing has its own address. */
import { Link } from 'wouter'
import styles from './ViewFrame.module.css'

export interface FilterChoice {
  readonly name: string
  readonly href: string
  readonly isChosen: boolean
  readonly count?: number
}

interface FilterChipsProps {
  readonly label: string
  readonly choices: readonly FilterChoice[]
}

export function FilterChips({ label, choices }: FilterChipsProps) {
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {choices.map(({ name, href, isChosen, count }) => (
        <Link key={name} href={href} className={styles.chip ?? ''} aria-current={isChosen ? 'true' : undefined} replace>
          {name}
          {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
        </Link>
      ))}
    </div>
  )
}
