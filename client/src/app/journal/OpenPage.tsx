/** One page: its title and its words. */
import { Button } from '@mantine/core'
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import { useEffect, useRef, useState } from 'react'
import { showCaret } from '../../journal/carets.ts'
import { createPageEditor } from '../../journal/create-page-editor.ts'
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

export function OpenPage({ session, journal, me, page, isEditable, isNew, followed }: OpenPageProps) {
  const area = useRef<HTMLElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const [isNewer, setNewer] = useState(false)

  useEffect(() => {
    if (!place.current) return
    const handle = createPageEditor({
      doc: session.doc,
      page: page.id,
      me: me.id,
      people: journal.members,
      awareness: session.awareness,
      element: place.current,
      editable: isEditable,
      onUnknownContent: () => setNewer(true),
    })
    return () => handle?.destroy()
  }, [session, page.id, me.id, journal.members, isEditable])

  useEffect(() => {
    if (followed && area.current) showCaret(area.current, followed.connection)
  }, [followed])

  function goOn(): void {
    area.current?.querySelector<HTMLElement>('[role="textbox"][contenteditable="true"]')?.focus()
  }

  return (
    <article ref={area} className={styles.column}>
      <PageTitle doc={session.doc} page={page} isEditable={isEditable && !isNewer} isNew={isNew} onEnter={goOn} />
      {isNewer && (
        <Notice tone="trouble" action={<Button onClick={() => location.reload()}>{words.general.reload}</Button>}>
          {words.journal.notices.newerContent}
        </Notice>
      )}
      <div ref={place} />
    </article>
  )
}
