/** What opens under the line of catching up: since when, and all that changed, one below another: what it is, what became of it, whose hand and when. Each leads to its place. */
import type { Day } from '@tandem/shared/ids.ts'
import { PlainButton } from '../ui/PlainButton.tsx'
import { catchUpWords } from '../words/catch-up.ts'
import { pageWords } from '../words/page.ts'
import { spokenTime } from '../words/dates.ts'
import { todayAsDay } from '../words/days.ts'
import styles from './ChangePanel.module.css'
import type { ChangedItem } from './fold-changes.ts'
import { namesOf, type Reader } from './marked-of.ts'
import { type ChangeTools, tellItem } from './tell-item.ts'
import type { CatchUp } from './use-catch-up.ts'

interface ChangePanelProps {
  readonly id: string
  readonly catchUp: Pick<CatchUp, 'items' | 'current' | 'showSince'>
  readonly reader: Reader
  readonly tools: ChangeTools
  readonly onGo: (item: ChangedItem) => void
}

export function ChangePanel({ id, catchUp: { items, current, showSince }, reader, tools, onGo }: ChangePanelProps) {
  return (
    <div id={id} className={styles.panel}>
      {/* By the reader's own calendar. */}
      <label className={styles.since}>
        <span>{catchUpWords.sinceDay}</span>
        <input type="date" max={todayAsDay(new Date())} onChange={(event) => showSince(midnightOf(event.currentTarget.value as Day))} />
      </label>
      {items.length > 0 && (
        <ol className={styles.list} aria-label={catchUpWords.list}>
          {items.map((item) => {
            const { name, what } = tellItem(item, reader, tools)
            return (
              <li key={item.target}>
                <PlainButton className={styles.item ?? ''} aria-current={item === current ? 'true' : undefined} onClick={() => onGo(item)}>
                  <span className={styles.name} data-gone={item.isGone || undefined}>
                    {name}
                  </span>
                  {what.length > 0 && <span className={styles.what}>{what.join(pageWords.facts.separator)}</span>}
                  <span className={styles.who}>
                    {namesOf(item.authors, reader)}, {spokenTime(item.at, reader.now)}
                  </span>
                </PlainButton>
              </li>
            )
          })}
        </ol>
      )}
    </div>
  )
}

function midnightOf(day: Day): number | undefined {
  const at = new Date(`${day}T00:00:00`).getTime()
  return Number.isNaN(at) ? undefined : at
}
