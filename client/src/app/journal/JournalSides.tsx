/** What stands beside the page: the pages on the left and the people on the right, or on a phone the one that was asked for, as a sheet. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import { IconChevronLeft, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { HOME, journalPath, SETTINGS } from '../../api/paths.ts'
import { FindButton } from '../../find/FindButton.tsx'
import { InboxLink } from '../../inbox/InboxLink.tsx'
import { PageList } from '../../pages/PageList.tsx'
import { PeoplePanel } from '../../people/PeoplePanel.tsx'
import type { JournalSession } from '../../sync/session.ts'
import { Mark } from '../../ui/Mark.tsx'
import { MeLink } from '../../ui/MeLink.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { ViewList } from '../../views/ViewList.tsx'
import type { View } from '../../views/view-names.ts'
import { commentWords } from '../../words/comments.ts'
import { peopleWords } from '../../words/people.ts'
import { words } from '../../words/words.ts'
import type { Side } from './JournalScreen.tsx'
import styles from './JournalSides.module.css'
import { Sheet } from './Sheet.tsx'
import type { Tool } from './tools/tool.ts'

interface JournalSidesProps {
  readonly session: JournalSession
  readonly journal: JournalSummary
  readonly me: Me
  readonly pages: readonly ListedPage[]
  readonly index: JournalIndex
  readonly view: View | undefined
  readonly shown: PageId | undefined
  readonly mayEdit: boolean
  readonly isLoading: boolean
  readonly isNarrow: boolean
  readonly side: Side | undefined
  readonly hrefOf: (page: PageId) => string
  readonly comments: ReactNode
  readonly onClose: () => void
  readonly onOpen: (page: PageId) => void
  readonly onFind: () => void
  readonly onTool: (tool: Tool) => void
}

export function JournalSides({
  session,
  journal,
  me,
  pages,
  index,
  view,
  shown,
  mayEdit,
  isLoading,
  isNarrow,
  side,
  hrefOf,
  comments,
  onClose,
  onOpen,
  onFind,
  onTool,
}: JournalSidesProps) {
  const views = <ViewList index={index} shown={view} hrefOf={(name) => journalPath(journal.id, name)} />
  const list = isLoading ? (
    <Placeholder lines={4} />
  ) : (
    <PageList
      doc={session.doc}
      {...{ pages, shown, mayEdit, hrefOf, onOpen, views }}
      onTemplate={() => onTool({ kind: 'templates' })}
      onPlan={() => onTool({ kind: 'plan' })}
      onSaveTemplate={(page) => onTool({ kind: 'save-template', page })}
    />
  )
  const beside =
    side === 'people'
      ? { title: peopleWords.title, content: <PeoplePanel journal={journal} me={me.id} /> }
      : side === 'comments' && { title: commentWords.title, content: comments }

  const home = (
    <Link href={HOME} className={styles.home ?? ''}>
      <IconChevronLeft size={16} aria-hidden="true" />
      {words.journal.screen.home}
    </Link>
  )

  if (isNarrow) {
    return (
      <>
        {side === 'pages' && (
          <Sheet title={journal.title} onClose={onClose}>
            {/* A row that is pressed leads away: the sheet has done its work. */}
            <div className={styles.sheetList} onClickCapture={(event) => event.target instanceof Element && event.target.closest('a') && onClose()}>
              <FindButton onPress={onFind} />
              <InboxLink layout="line" />
              {list}
            </div>
            <div className={styles.sheetEnd}>
              {home}
              <MeLink name={me.name} href={SETTINGS} />
            </div>
          </Sheet>
        )}
        {beside && (
          <Sheet title={beside.title} onClose={onClose}>
            {beside.content}
          </Sheet>
        )}
      </>
    )
  }

  return (
    <>
      <nav className={styles.rail} aria-label={words.journal.pages.title}>
        <p className={styles.brand}>
          <Mark size="1.25rem" />
          <span className={styles.title}>{journal.title}</span>
        </p>
        <FindButton onPress={onFind} />
        <InboxLink layout="line" />
        {list}
        <div className={styles.railEnd}>
          {home}
          <MeLink name={me.name} href={SETTINGS} />
        </div>
      </nav>
      {beside && (
        <aside className={styles.panel} aria-label={beside.title}>
          <header className={styles.panelHead}>
            <h2>{beside.title}</h2>
            <button type="button" className={styles.close} aria-label={words.journal.screen.close} onClick={onClose}>
              <IconX size={20} stroke={1.75} aria-hidden="true" />
            </button>
          </header>
          {beside.content}
        </aside>
      )}
    </>
  )
}
