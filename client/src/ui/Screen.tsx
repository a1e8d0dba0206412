/** The frame of every screen but the journal's: the mark, one slot beside it, and one column of content. */
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { words } from '../words/words.ts'
import { Mark } from './Mark.tsx'
import styles from './Screen.module.css'

interface ScreenProps {
  /** The window's title, before the name of the program. */
  readonly title: string
  /** What stands at the end of the first line, such as the way to the settings. */
  readonly end?: ReactNode
  /** A line over the whole width, above the content. */
  readonly notice?: ReactNode
  /** `card` puts the content in the middle of the window; only for what begins or ends a visit. */
  readonly layout?: 'column' | 'card'
  readonly children: ReactNode
}

/** A whole screen. Its content brings the one `h1`. */
export function Screen({ title, end, notice, layout = 'column', children }: ScreenProps) {
  useWindowTitle(title)
  return (
    <div className={styles.screen}>
      <a className={styles.skip} href="#content">
        {words.general.skip}
      </a>
      <header className={styles.header}>
        <Link href="/" className={styles.brand ?? ''}>
          <Mark />
          <span>{words.program.name}</span>
        </Link>
        {end}
      </header>
      {notice}
      <main id="content" tabIndex={-1} className={styles.content} data-layout={layout}>
        {children}
      </main>
    </div>
  )
}

/** Names the window (and so the tab and the history) while a screen stands. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = title === words.program.name ? title : `${title} · ${words.program.name}`
  }, [title])
}
