/** The shape of a journal while it opens: never an empty page that could be taken for lost words. Everything stands where it will, so that nothing jumps when it comes. */
import { Mark } from '../ui/Mark.tsx'
import { words } from '../words/words.ts'
import styles from './JournalSkeleton.module.css'

const LINES = ['38%', '92%', '84%', '61%', '44%', '88%', '79%', '90%', '35%']

export function JournalSkeleton() {
  return (
    <div className={styles.screen}>
      <div className={styles.rail} aria-hidden="true">
        <p className={styles.brand}>
          <Mark size="1.25rem" />
          <i style={{ width: '6rem' }} />
        </p>
        <i style={{ width: '62%' }} />
        <i style={{ width: '48%' }} />
        <i style={{ width: '55%' }} />
        <i style={{ width: '40%' }} />
      </div>
      <main className={styles.middle} aria-busy="true">
        <div className={styles.head} aria-hidden="true">
          <p className={styles.brand}>
            <Mark size="1.125rem" />
            <i style={{ width: '5rem' }} />
          </p>
          <i style={{ width: '3.5rem' }} />
        </div>
        <PageSkeleton />
      </main>
      <div className={styles.foot} aria-hidden="true" />
    </div>
  )
}

/** The shape of a page alone. */
export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <h1 className="only-heard">{words.journal.loading}</h1>
      <i className={styles.title} />
      {LINES.map((width, line) => (
        <i key={`${line}${width}`} style={{ width }} data-gap={line === 0 || line === 4} />
      ))}
    </div>
  )
}
