/** The line above the page: who is here, who can be, and what is saved. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import { IconHistory, IconMessage, IconUsers } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { ME } from '../../api/keys.ts'
import { HOME } from '../../api/paths.ts'
import { pageName } from '../../pages/page-name.ts'
import { PresentFaces } from '../../presence/PresentFaces.tsx'
import type { Presence } from '../../presence/read-presence.ts'
import { type CopyKind, exportCopy } from '../../journal/copy/export-copy.ts'
import { peopleOf } from '../../journal/people.ts'
import type { JournalSession } from '../../sync/session.ts'
import type { SessionState } from '../../sync/session-state.ts'
import { coversTop } from '../../ui/covered-edges.ts'
import { Mark } from '../../ui/Mark.tsx'
import { catchUpWords } from '../../words/catch-up.ts'
import { commentWords } from '../../words/comments.ts'
import { locale } from '../../words/dates.ts'
import { todayAsDay } from '../../words/days.ts'
import { words } from '../../words/words.ts'
import { signInPath } from '../SignedIn.tsx'
import type { WhyReadOnly } from './journal-rights.ts'
import type { Side } from './JournalScreen.tsx'
import { Notices } from './Notices.tsx'
import { SaveBadge } from './SaveBadge.tsx'
import styles from './TopBar.module.css'
import { PlainButton } from '../../ui/PlainButton.tsx'

interface TopBarProps {
  readonly session: JournalSession
  readonly state: SessionState
  readonly journal: JournalSummary
  readonly pages: readonly ListedPage[]
  readonly others: readonly Presence[]
  readonly isNarrow: boolean
  readonly whyReadOnly: WhyReadOnly | undefined
  readonly side: Side | undefined
  /** Comments I have not read. */
  readonly unread: number
  readonly onSide: (side: Side) => void
  readonly onGo: (presence: Presence) => void
  /** Asks what has changed. */
  readonly onChanges: () => void
  /** What has changed is being asked for. */
  readonly isAsking: boolean
  /** The line of what has changed: in sight while one steps through it. */
  readonly news: ReactNode
  /** It has room in the bar itself. */
  readonly hasRoom: boolean
}

/** The button that asks what has changed. */
export const ASKS_CHANGES = 'asks-changes'

export function TopBar({
  session,
  state,
  journal,
  pages,
  others,
  isNarrow,
  whyReadOnly,
  side,
  unread,
  onSide,
  onGo,
  onChanges,
  isAsking,
  news,
  hasRoom,
}: TopBarProps) {
  const [path, go] = useLocation()
  const queries = useQueryClient()
  const today = todayAsDay(new Date())

  function pageNameOf(id: Presence['page']): string {
    const page = pages.find((each) => each.id === id)
    return page ? pageName(page, today).name : ''
  }

  function takeCopy(kind: CopyKind): void {
    exportCopy(session.doc, kind, { title: journal.title, people: peopleOf(journal.members), locale: locale() })
  }

  function signIn(): void {
    // Whoever is known here is not signed in any more: the next screen must ask, and not send them back.
    queries.setQueryData(ME, null)
    go(signInPath(path))
  }

  return (
    <section ref={coversTop} className={styles.head} aria-label={words.journal.screen.now}>
      <div className={styles.bar}>
        {isNarrow && (
          <Link href={HOME} className={styles.brand ?? ''} aria-label={`${journal.title}: ${words.journal.screen.home}`}>
            <Mark size="1.125rem" />
            <span className={styles.title}>{journal.title}</span>
          </Link>
        )}
        {hasRoom && news}
        <div className={styles.end}>
          <PresentFaces {...{ others, pageNameOf, onGo }} />
          <PlainButton
            id={ASKS_CHANGES}
            className={styles.button ?? ''}
            aria-expanded={isAsking}
            aria-label={catchUpWords.open}
            title={catchUpWords.open}
            onClick={onChanges}
          >
            <IconHistory size={18} stroke={1.75} aria-hidden="true" />
          </PlainButton>
          {!isNarrow && (
            <>
              <PlainButton
                className={styles.button ?? ''}
                aria-expanded={side === 'comments'}
                aria-label={commentWords.open(unread)}
                onClick={() => onSide('comments')}
              >
                <IconMessage size={18} stroke={1.75} aria-hidden="true" />
                <span>{commentWords.title}</span>
                {/* Drawn, not written: the button's name tells the number behind the word. */}
                {unread > 0 && <span className={styles.unread} data-new={unread} />}
              </PlainButton>
              <PlainButton
                className={styles.button ?? ''}
                aria-expanded={side === 'people'}
                aria-label={words.journal.screen.people}
                onClick={() => onSide('people')}
              >
                <IconUsers size={18} stroke={1.75} aria-hidden="true" />
                <span>{words.journal.screen.peopleShort}</span>
              </PlainButton>
            </>
          )}
          {(state.content === 'ready' || state.barred) && (
            <SaveBadge session={session} journal={journal.id} isKept={state.storage === 'ready'} isNarrow={isNarrow} onExport={takeCopy} onSignIn={signIn} />
          )}
        </div>
      </div>
      {!hasRoom && news}
      <Notices session={session} journal={journal} state={state} whyReadOnly={whyReadOnly} onSignIn={signIn} onExport={() => takeCopy('text')} />
    </section>
  )
}
