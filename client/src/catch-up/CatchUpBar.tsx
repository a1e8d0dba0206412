/** One line above the page: how much has changed, by whom and since when; steps through it, and away with it. */
import type { Day } from '@tandem/shared/ids.ts'
import { IconCheck, IconChevronDown, IconChevronRight, IconChevronUp, IconHistory } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { catchUpWords } from '../words/catch-up.ts'
import { todayAsDay } from '../words/days.ts'
import styles from './CatchUpBar.module.css'
import type { ChangedItem } from './fold-changes.ts'
import { ChangeList } from './ChangeList.tsx'
import { type Reader, tellPageNews, tellRows } from './marked-of.ts'
import type { ChangeTools } from './tell-item.ts'
import { tellNews } from './tell-news.ts'
import type { CatchUp } from './use-catch-up.ts'
import { useStepKeys } from './use-step-keys.ts'
import { PlainButton } from '../ui/PlainButton.tsx'

interface CatchUpBarProps {
  readonly catchUp: CatchUp
  readonly reader: Reader
  readonly tools: ChangeTools
  /** It was asked for, so it is there even when nothing is new. */
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function CatchUpBar({ catchUp, reader, tools, isOpen, onClose }: CatchUpBarProps) {
  const { items, trivial, current, isAsked, step, markSeen } = catchUp
  const [isListed, setListed] = useState(false)
  const list = useId()
  useStepKeys(items.length > 0, step)
  if (items.length === 0 && !isOpen && !isAsked) return null
  const place = current ? items.indexOf(current) + 1 : 0
  return (
    <section className={styles.bar} aria-label={catchUpWords.region}>
      <p className={styles.told}>
        {items.length === 0 ? (
          tellNews(catchUp, reader)
        ) : (
          <PlainButton
            className={styles.listed ?? ''}
            aria-expanded={isListed}
            aria-controls={isListed ? list : undefined}
            onClick={() => setListed(!isListed)}
          >
            {tellNews(catchUp, reader)}
            <IconChevronRight size={14} className={styles.turn} aria-hidden="true" />
          </PlainButton>
        )}
        {trivial > 0 && <span className={styles.quiet}> {catchUpWords.trivial(trivial)}</span>}
        {current?.isPage && <span className={styles.quiet}> · {tellPage(current, reader)}</span>}
      </p>
      {items.length > 0 && (
        <div className={styles.steps}>
          <PlainButton className={styles.icon ?? ''} aria-label={catchUpWords.previous} title={catchUpWords.previous} onClick={() => step(-1)}>
            <IconChevronUp size={18} aria-hidden="true" />
          </PlainButton>
          <span className={styles.place} aria-live="polite">
            {place > 0 && catchUpWords.step(place, items.length)}
          </span>
          <PlainButton className={styles.icon ?? ''} aria-label={catchUpWords.next} title={catchUpWords.next} onClick={() => step(1)}>
            <IconChevronDown size={18} aria-hidden="true" />
          </PlainButton>
        </div>
      )}
      <Since {...{ catchUp, isOpen }} />
      <PlainButton
        className={`${styles.button} ${styles.seen}`}
        onClick={() => {
          if (!isAsked) markSeen()
          else catchUp.showSince(undefined)
          onClose()
        }}
      >
        <IconCheck size={16} aria-hidden="true" />
        <span>{isAsked ? catchUpWords.backToNews : catchUpWords.markSeen}</span>
      </PlainButton>
      {isListed && items.length > 0 && <ChangeList id={list} label={catchUpWords.list} {...{ catchUp, reader, tools }} />}
    </section>
  )
}

function tellPage(item: ChangedItem, reader: Reader): string {
  return [...tellPageNews(item), ...tellRows(item, reader)].join(' · ')
}

/** From which day on, by the reader's own calendar. */
function Since({ catchUp, isOpen }: Pick<CatchUpBarProps, 'catchUp' | 'isOpen'>) {
  const [isChoosing, setChoosing] = useState(false)
  const today = todayAsDay(new Date())
  if (!isChoosing && !isOpen) {
    return (
      <PlainButton className={`${styles.button} ${styles.ask}`} onClick={() => setChoosing(true)}>
        <IconHistory size={16} aria-hidden="true" />
        {catchUpWords.showSince}
      </PlainButton>
    )
  }
  return (
    <label className={styles.since}>
      <span>{catchUpWords.sinceDay}</span>
      <input type="date" max={today} onChange={(event) => catchUp.showSince(midnightOf(event.currentTarget.value as Day))} />
    </label>
  )
}

function midnightOf(day: Day): number | undefined {
  const at = new Date(`${day}T00:00:00`).getTime()
  return Number.isNaN(at) ? undefined : at
}
