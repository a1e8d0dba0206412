/** The gathered views in the list of pages, with how much of each is open. */
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { Link } from 'wouter'
import { viewsWords } from '../words/views.ts'
import { useOpenCounts } from './use-gathered.ts'
import { type View, VIEWS } from './view-names.ts'
import styles from './ViewList.module.css'

interface ViewListProps {
  readonly index: JournalIndex
  readonly shown: View | undefined
  readonly hrefOf: (view: View) => string
}

export function ViewList({ index, shown, hrefOf }: ViewListProps) {
  const counts = useOpenCounts(index)
  return (
    <section aria-label={viewsWords.label}>
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <Link href={hrefOf(view)} className={styles.link ?? ''} aria-current={view === shown ? 'page' : undefined}>
              <span>{viewsWords.names[view]}</span>
              {counts[view] > 0 && (
                <>
                  <span className={styles.count} aria-hidden="true">
                    {counts[view]}
                  </span>
                  <span className="only-heard">, {viewsWords.counted[view](counts[view])}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
