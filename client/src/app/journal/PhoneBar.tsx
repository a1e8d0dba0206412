/** The bar at the bottom of a phone's screen: pages, actions, comments, people and a new page, in reach of the thumb. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { IconFiles, IconMessage, IconSquareCheck, IconUsers } from '@tabler/icons-react'
import { useLayoutEffect } from 'react'
import { Link } from 'wouter'
import type * as Y from 'yjs'
import { journalPath } from '../../api/paths.ts'
import { NewPage } from '../../pages/NewPage.tsx'
import { createPage } from '../../pages/page-acts.ts'
import { coversBottom } from '../../ui/covered-edges.ts'
import { useKeyboardUp } from '../../ui/use-keyboard-up.ts'
import { useOpenCounts } from '../../views/use-gathered.ts'
import type { View } from '../../views/view-names.ts'
import { viewsWords } from '../../words/views.ts'
import { commentWords } from '../../words/comments.ts'
import { words } from '../../words/words.ts'
import type { Side } from './JournalScreen.tsx'
import styles from './PhoneBar.module.css'
import type { Tool } from './tools/tool.ts'
import { PlainButton } from '../../ui/PlainButton.tsx'

interface PhoneBarProps {
  readonly doc: Y.Doc
  readonly journal: JournalSummary
  readonly index: JournalIndex
  readonly view: View | undefined
  readonly mayEdit: boolean
  /** Comments I have not read. */
  readonly unread: number
  readonly onSide: (side: Side) => void
  readonly onOpen: (page: PageId) => void
  readonly onTool: (tool: Tool) => void
}

export function PhoneBar({ doc, journal, index, view, mayEdit, unread, onSide, onOpen, onTool }: PhoneBarProps) {
  const say = words.journal.screen
  const { actions } = useOpenCounts(index)
  const isKeyboardUp = useKeyboardUp()
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-phone-bar', !isKeyboardUp)
    return () => document.documentElement.removeAttribute('data-phone-bar')
  }, [isKeyboardUp])
  // The place above the keyboard belongs to the words and to the bar that formats them.
  if (isKeyboardUp) return null
  return (
    <nav ref={coversBottom} className={styles.bar} aria-label={say.bar}>
      <PlainButton className={styles.button ?? ''} onClick={() => onSide('pages')}>
        <IconFiles size={20} stroke={1.75} aria-hidden="true" />
        {say.pages}
      </PlainButton>
      <Link href={journalPath(journal.id, 'actions')} className={styles.button ?? ''} aria-current={view === 'actions' ? 'page' : undefined}>
        <span className={styles.sign}>
          <IconSquareCheck size={20} stroke={1.75} aria-hidden="true" />
          {actions > 0 && <span className={styles.count}>{actions}</span>}
        </span>
        {viewsWords.names.actions}
      </Link>
      <PlainButton className={styles.button ?? ''} aria-label={commentWords.open(unread)} onClick={() => onSide('comments')}>
        <span className={styles.sign}>
          <IconMessage size={20} stroke={1.75} aria-hidden="true" />
          {/* Drawn, not written: the button's name tells the number behind the word. */}
          {unread > 0 && <span className={styles.count} data-new={unread} />}
        </span>
        {commentWords.title}
      </PlainButton>
      <PlainButton className={styles.button ?? ''} onClick={() => onSide('people')}>
        <IconUsers size={20} stroke={1.75} aria-hidden="true" />
        {say.peopleShort}
      </PlainButton>
      {mayEdit && (
        <NewPage
          label={say.add}
          className={styles.button}
          align="end"
          onCreate={(page) => onOpen(createPage(doc, page))}
          onTemplate={() => onTool({ kind: 'templates' })}
          onPlan={() => onTool({ kind: 'plan' })}
        />
      )}
    </nav>
  )
}
