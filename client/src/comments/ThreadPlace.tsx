/** Where a thread hangs, said above it: its words, what of the block is meant, and in a list the page. Pressed, it leads there. */
import { commentWords as say } from '../words/comments.ts'
import { pageWords } from '../words/page.ts'
import styles from './ThreadPlace.module.css'
import type { MarginThread } from './use-margins.ts'

interface ThreadPlaceProps {
  readonly thread: MarginThread
  /** The page's name, where it is not the page on the screen. */
  readonly page?: string | undefined
  readonly factLabel: (field: string) => string
  readonly hasQuote: boolean
  readonly onGoTo?: (() => void) | undefined
}

export function ThreadPlace({ thread, page, factLabel, hasQuote, onGoTo }: ThreadPlaceProps) {
  const { anchor, placement, quote } = thread
  const about = { page: say.onPage, block: say.onBlock, fact: anchor.kind === 'fact' ? say.onFact(factLabel(anchor.field)) : '', range: '' }[anchor.kind]
  const where = placement.kind === 'detached' && page ? say.detachedFrom(page) : page
  const line = [about, where].filter(Boolean).join(pageWords.facts.separator)
  if (line === '' && !hasQuote) return null
  const content = (
    <>
      {line !== '' && <span className={styles.line}>{line}</span>}
      {hasQuote && quote !== '' && <span className={styles.quote}>{quote}</span>}
    </>
  )
  if (!onGoTo) return <p className={styles.place}>{content}</p>
  return (
    <button
      type="button"
      className={styles.place}
      onClick={(event) => {
        event.stopPropagation()
        onGoTo()
      }}
    >
      {content}
    </button>
  )
}
