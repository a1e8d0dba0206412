/** The shape of a journal while it opens: never an empty page that could be taken for lost words. */
import { words } from '../words/words.ts'
import styles from './JournalSkeleton.module.css'

const LINES = ['38%', '92%', '84%', '61%', '44%', '88%', '79%', '90%', '35%']

export function JournalSkeleton() {
  return (
    <div className={styles.screen} role="status" aria-label={words.journal.loading}>
      <div className={styles.rail} aria-hidden="true">
        <i style={{ width: '62%' }} />
        <i style={{ width: '48%' }} />
        <i style={{ width: '55%' }} />
        <i style={{ width: '40%' }} />
      </div>
      <PageSkeleton />
    </div>
  )
}

/** The shape of a page alone. */
export function PageSkeleton() {
  return (
    <div className={styles.page} aria-hidden="true">
      <i className={styles.title} />
      {LINES.map((width, line) => (
        <i key={`${line}${width}`} style={{ width }} data-gap={line === 0 || line === 4} />
      ))}
    </div>
  )
}
