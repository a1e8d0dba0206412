/** All that changed, one below another: what it is, what became of it, whose hand and when. Each leads to its place. */
import { PlainButton } from '../ui/PlainButton.tsx'
import { spokenTime } from '../words/dates.ts'
import styles from './ChangeList.module.css'
import { namesOf, type Reader } from './marked-of.ts'
import { type ChangeTools, tellItem } from './tell-item.ts'
import type { CatchUp } from './use-catch-up.ts'

interface ChangeListProps {
  readonly id: string
  readonly label: string
  readonly catchUp: Pick<CatchUp, 'items' | 'current' | 'goTo'>
  readonly reader: Reader
  readonly tools: ChangeTools
}

export function ChangeList({ id, label, catchUp: { items, current, goTo }, reader, tools }: ChangeListProps) {
  return (
    <ol id={id} className={styles.list} aria-label={label}>
      {items.map((item) => {
        const { name, what } = tellItem(item, reader, tools)
        return (
          <li key={item.target}>
            <PlainButton className={styles.item ?? ''} aria-current={item === current ? 'true' : undefined} onClick={() => goTo(item)}>
              <span className={styles.name} data-gone={item.isGone || undefined}>
                {name}
              </span>
              {what.length > 0 && <span className={styles.what}>{what.join(' · ')}</span>}
              <span className={styles.who}>
                {namesOf(item.authors, reader)}, {spokenTime(item.at, reader.now)}
              </span>
            </PlainButton>
          </li>
        )
      })}
    </ol>
  )
}
