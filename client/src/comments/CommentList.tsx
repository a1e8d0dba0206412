/** All threads of the journal, by filters; what is detached is seen whatever the filter, and can be attached again. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { commentWords as say } from '../words/comments.ts'
import styles from './CommentList.module.css'
import { stepAmongCards } from './step-among-cards.ts'
import { FILTERS, type Filter, matches } from './thread-filters.ts'
import type { Margins, MarginThread } from './use-margins.ts'

interface CommentListProps {
  readonly margins: Margins
  /** In the order in which they are to be read. */
  readonly threads: readonly MarginThread[]
  readonly active: string | undefined
  readonly mayComment: boolean
  /** Above everything, as a comment that is being begun. */
  readonly before?: ReactNode
  readonly renderThread: (thread: MarginThread) => ReactNode
}

export function CommentList({ margins, threads, active, mayComment, before, renderThread }: CommentListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<Filter>('open')
  // A thread that was opened stays where it is, though reading or settling it would take it out.
  const shown = threads.filter((thread) => matches(thread, filter) || thread.thread === active)
  const detached = shown.filter(({ placement }) => placement.kind === 'detached')
  const attached = shown.filter(({ placement }) => placement.kind === 'attached')

  useEffect(() => {
    if (active) list.current?.querySelector(`[data-card="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows go from card to card, which Tab does too
    <div ref={list} className={styles.list} data-cards onKeyDown={stepAmongCards}>
      {before}
      <div className={styles.filters} role="radiogroup" aria-label={say.filterLabel}>
        {FILTERS.map((each) => (
          <button key={each} type="button" role="radio" aria-checked={each === filter} className={styles.filter} onClick={() => setFilter(each)}>
            {say.filters[each]}
            <Count threads={margins.threads} filter={each} />
          </button>
        ))}
      </div>
      {attached.map((thread) => (
        <div key={thread.thread}>{renderThread(thread)}</div>
      ))}
      {detached.length > 0 && (
        <section className={styles.detached} aria-label={say.detachedTitle}>
          <h3>{say.detachedTitle}</h3>
          <p>{say.detachedLead}</p>
          {detached.map((thread) => (
            <div key={thread.thread}>{renderThread(thread)}</div>
          ))}
        </section>
      )}
      {shown.length === 0 && !before && <p className={styles.empty}>{filter === 'open' && !mayComment ? say.empty.readOnly : say.empty[filter]}</p>}
    </div>
  )
}

function Count({ threads, filter }: { readonly threads: readonly MarginThread[]; readonly filter: Filter }) {
  const count = threads.filter((thread) => matches(thread, filter)).length
  return count > 0 && filter !== 'resolved' ? <span className={styles.count}>{count}</span> : null
}
