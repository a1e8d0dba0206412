/** One line of the top bar: how much has changed, by whom and since when; steps through it, and away with it. Opened, it lists all of it, and asks since when. */
import { IconCheck, IconChevronDown, IconChevronRight, IconChevronUp } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { PlainButton } from '../ui/PlainButton.tsx'
import { useDismiss } from '../ui/use-dismiss.ts'
import { catchUpWords } from '../words/catch-up.ts'
import { pageWords } from '../words/page.ts'
import styles from './CatchUpBar.module.css'
import { ChangePanel } from './ChangePanel.tsx'
import type { ChangedItem } from './fold-changes.ts'
import { type Reader, tellPageNews, tellRows } from './marked-of.ts'
import type { ChangeTools } from './tell-item.ts'
import { tellNews } from './tell-news.ts'
import type { CatchUp } from './use-catch-up.ts'
import { useStepKeys } from './use-step-keys.ts'

interface CatchUpBarProps {
  readonly catchUp: CatchUp
  readonly reader: Reader
  readonly tools: ChangeTools
  /** It was asked for, so it is there even when nothing is new. */
  readonly isOpen: boolean
  /** The button that asks for it, by a selector. */
  readonly opener: string
  /** It stands in the top bar itself, and not in a line below it. */
  readonly isInBar: boolean
  readonly onClose: () => void
}

export function CatchUpBar({ catchUp, reader, tools, isOpen, opener, isInBar, onClose }: CatchUpBarProps) {
  const { items, trivial, current, isAsked, step, markSeen } = catchUp
  const [isListed, setListed] = useState(false)
  const root = useRef<HTMLElement>(null)
  const panel = useId()
  const isShown = isListed || isOpen
  useStepKeys(items.length > 0, step)
  useDismiss(root, isShown, { close, opener })
  if (items.length === 0 && !isOpen && !isAsked) {
    if (isListed) setListed(false)
    return null
  }

  function close(): void {
    setListed(false)
    onClose()
  }

  const { what, whose } = tellNews(catchUp, reader)
  const place = current ? items.indexOf(current) + 1 : 0
  const further = current?.isPage ? tellPage(current, reader) : [whose, trivial > 0 ? catchUpWords.trivial(trivial) : ''].join(' ').trim()
  return (
    <section ref={root} className={styles.bar} data-in-bar={isInBar || undefined} aria-label={catchUpWords.region}>
      <PlainButton
        className={styles.told ?? ''}
        aria-expanded={isShown}
        aria-controls={isShown ? panel : undefined}
        title={`${what} ${further}`}
        onClick={() => (isShown ? close() : setListed(true))}
      >
        <span className={styles.what}>{what}</span> <span className={styles.further}>{further}</span>
        <IconChevronRight size={14} className={styles.turn} aria-hidden="true" />
      </PlainButton>
      {items.length > 0 && (
        <div className={styles.steps}>
          {/* As wide as its widest words from the beginning, so that the words beside it do not move. */}
          <span className={styles.place} data-widest={catchUpWords.step(items.length, items.length)} aria-live="polite">
            {place > 0 && catchUpWords.step(place, items.length)}
          </span>
          <PlainButton className={styles.icon ?? ''} aria-label={catchUpWords.previous} title={catchUpWords.previous} onClick={() => step(-1)}>
            <IconChevronUp size={18} aria-hidden="true" />
          </PlainButton>
          <PlainButton className={styles.icon ?? ''} aria-label={catchUpWords.next} title={catchUpWords.next} onClick={() => step(1)}>
            <IconChevronDown size={18} aria-hidden="true" />
          </PlainButton>
        </div>
      )}
      {(items.length > 0 || isAsked) && (
        <PlainButton
          className={styles.seen ?? ''}
          onClick={() => {
            if (!isAsked) markSeen()
            else catchUp.showSince(undefined)
            close()
          }}
        >
          <IconCheck size={18} aria-hidden="true" />
          <span>{isAsked ? catchUpWords.backToNews : catchUpWords.markSeen}</span>
        </PlainButton>
      )}
      {isShown && (
        <ChangePanel
          id={panel}
          {...{ catchUp, reader, tools }}
          onGo={(item) => {
            catchUp.goTo(item)
            // It would lie over what was asked for.
            close()
            root.current?.querySelector('button')?.focus()
          }}
        />
      )}
    </section>
  )
}

function tellPage(item: ChangedItem, reader: Reader): string {
  return [...tellPageNews(item), ...tellRows(item, reader)].join(pageWords.facts.separator)
}
