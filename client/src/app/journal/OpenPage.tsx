/** One page: its title and its words. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import { useRef, useState } from 'react'
import type { Presence } from '../../presence/read-presence.ts'
import type { JournalSession } from '../../sync/journal-session.ts'
import { words } from '../../words/words.ts'
import { Notice } from './Notices.tsx'
import styles from './PageArea.module.css'
import { PageTitle } from './PageTitle.tsx'

interface OpenPageProps {
  readonly session: JournalSession
  readonly journal: JournalSummary
  readonly me: Me
  readonly page: ListedPage
  readonly isEditable: boolean
  readonly isNew: boolean
  readonly followed: Presence | undefined
}

export function OpenPage({ session, page, isEditable, isNew }: OpenPageProps) {
  const area = useRef<HTMLElement>(null)
  const [isNewer] = useState(false)

  function goOn(): void {
    area.current?.querySelector<HTMLElement>('[role="textbox"][contenteditable="true"]')?.focus()
  }

  return (
    <article ref={area} className={styles.column}>
      <PageTitle doc={session.doc} page={page} isEditable={isEditable && !isNewer} isNew={isNew} onEnter={goOn} />
      {isNewer ? <Notice tone="trouble">{words.journal.notices.newerContent}</Notice> : null}
    </article>
  )
}
