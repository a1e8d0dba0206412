/** The middle of the screen: what there is to say about the page, its title, and the page itself or its shape while it is on the way. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import { changePage, type ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { SETTINGS } from '../../api/paths.ts'
import type { PageEditorHandle } from '../../journal/create-page-editor.ts'
import type { MarkedChanges } from '../../journal/changes/marked-changes.ts'
import type { MarginThread } from '../../comments/use-margins.ts'
import type { Presence } from '../../presence/read-presence.ts'
import type { JournalSession } from '../../sync/session.ts'
import type { SessionState } from '../../sync/session-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { failureWords } from '../../words/trouble.ts'
import { viewsWords } from '../../words/views.ts'
import { words } from '../../words/words.ts'
import { PageSkeleton } from '../JournalSkeleton.tsx'
import { PageMargin } from './comments/PageMargin.tsx'
import type { CommentScene } from './comments/use-comment-scene.ts'
import type { WhyReadOnly } from './journal-rights.ts'
import { Notice } from './Notices.tsx'
import { OpenPage } from './OpenPage.tsx'
import styles from './PageArea.module.css'
import type { LinkedBlock } from './use-block-link.ts'
import { Button } from '../../ui/Button.tsx'

interface PageAreaProps {
  readonly session: JournalSession
  readonly state: SessionState
  readonly journal: JournalSummary
  readonly me: Me
  readonly page: ListedPage | undefined
  readonly whyReadOnly: WhyReadOnly | undefined
  readonly isNew: boolean
  /** Whose caret to show next. */
  readonly followed: Presence | undefined
  /** The block a link leads to. */
  readonly show: LinkedBlock | undefined
  readonly isLinkGone: boolean
  /** Stands under the page. */
  readonly below?: ReactNode
  readonly onEditor: (opened: PageEditorHandle | undefined) => void
  /** What others changed on this page. */
  readonly changes: MarkedChanges
  readonly scene: CommentScene
  readonly hasRoom: boolean
  readonly onMakeAction?: ((thread: MarginThread) => void) | undefined
  /** A gathered view, in place of a page. */
  readonly view: ReactNode
}

export function PageArea({
  session,
  state,
  journal,
  me,
  page,
  whyReadOnly,
  isNew,
  followed,
  show,
  isLinkGone,
  changes,
  below,
  onEditor,
  scene,
  hasRoom,
  onMakeAction,
  view,
}: PageAreaProps) {
  const say = words.journal

  if (state.content === 'missing') {
    const title = state.barred ? say.missing.refusedTitle : say.missing.title
    return (
      <main id="page" className={styles.area}>
        <EmptyState
          isWholeScreen
          title={title}
          lead={state.barred ? failureWords(state.barred) : say.missing.lead}
          action={<Button onClick={() => session.retry()}>{words.general.tryAgain}</Button>}
        />
      </main>
    )
  }

  return (
    <main id="page" className={styles.area} tabIndex={-1} aria-busy={state.content === 'loading'}>
      <div>
        {/* In the shape of the lines of the top bar, so that all of them are one panel. */}
        {me.email === null && (
          <Notice why={words.keep.bannerWhy} action={<Link href={SETTINGS}>{words.keep.bannerAction}</Link>}>
            {words.keep.banner}
          </Notice>
        )}
        {isLinkGone && <LinkGone />}
        {page?.archivedAt && (
          <Notice
            action={
              !whyReadOnly && (
                <Button variant="subtle" onClick={() => changePage(session.doc, page.id, { archivedAt: null })}>
                  {say.notices.bringBack}
                </Button>
              )
            }
          >
            {say.notices.pageArchived}
          </Notice>
        )}
      </div>
      {state.content === 'loading' && <PageSkeleton />}
      {state.content === 'ready' && view}
      {state.content === 'ready' && !page && !view && <EmptyState title={say.pages.none} />}
      {state.content === 'ready' && page && (
        <div className={styles.spread} data-room={hasRoom || undefined}>
          <OpenPage
            key={page.id}
            {...{ session, journal, me, page, isNew, followed, show, changes, below, scene, onEditor }}
            isEditable={whyReadOnly === undefined && !page.archivedAt}
          />
          <PageMargin {...{ scene, hasRoom, onMakeAction }} journal={journal.id} page={page.id} />
        </div>
      )}
    </main>
  )
}

/** A link that leads nowhere says so, and the page it named is there all the same. */
function LinkGone() {
  const [path, go] = useLocation()
  return (
    <Notice
      action={
        <Button variant="subtle" onClick={() => go(path, { replace: true })}>
          {viewsWords.link.close}
        </Button>
      }
    >
      {viewsWords.link.gone}
    </Notice>
  )
}
