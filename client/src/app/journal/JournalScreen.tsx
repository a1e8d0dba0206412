/** The one screen of a journal, where its features meet: pages on the left, the page in the middle, people on the right; on a phone one column and a bar. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { PageId } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { journalPath } from '../../api/paths.ts'
import { useLiveRows } from '../../api/rows.ts'
import { CatchUpBar } from '../../catch-up/CatchUpBar.tsx'
import { useCatchUp } from '../../catch-up/use-catch-up.ts'
import { useWatching } from '../../catch-up/use-watching.ts'
import type { MarginThread } from '../../comments/use-margins.ts'
import { findShownPage } from '../../pages/page-groups.ts'
import { usePages } from '../../pages/use-pages.ts'
import type { PageEditorHandle } from '../../journal/create-page-editor.ts'
import type { Presence } from '../../presence/read-presence.ts'
import { usePresence } from '../../presence/use-presence.ts'
import type { JournalSession } from '../../sync/session.ts'
import { todayAsDay } from '../../words/days.ts'
import { changeTools } from './change-tools.ts'
import { useWindowTitle } from '../../ui/Screen.tsx'
import { useSteady } from '../../ui/use-steady.ts'
import { findView } from '../../views/view-names.ts'
import { viewsWords } from '../../words/views.ts'
import { words } from '../../words/words.ts'
import { useOwnClock } from '../use-own-clock.ts'
import { FirstDayHere } from './FirstDayHere.tsx'
import { CommentPanel } from './comments/CommentPanel.tsx'
import { linkAction } from './comments/make-action.ts'
import { useCommentScene } from './comments/use-comment-scene.ts'
import { useThreadLink } from './comments/use-thread-link.ts'
import { ViewArea } from './gathered/ViewArea.tsx'
import { journalIndexOf } from '../../sync/journal-index-of.ts'
import { JournalSides } from './JournalSides.tsx'
import { findWhyReadOnly, mayCommentIn } from './journal-rights.ts'
import styles from './JournalScreen.module.css'
import { PageArea } from './PageArea.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { JournalTools } from './tools/JournalTools.tsx'
import type { Tool } from './tools/tool.ts'
import { useToolKeys } from './tools/use-tool-keys.ts'
import { ASKS_CHANGES, TopBar } from './TopBar.tsx'
import { useAnnouncer } from './use-announcer.ts'
import { useBlockLink } from './use-block-link.ts'
import { useFreshJournal } from './use-fresh-journal.ts'
import { useFreshNotices } from './use-fresh-notices.ts'
import { useSessionState } from './use-journal-session.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useRemoteEdits } from './use-remote-edits.ts'

interface JournalScreenProps {
  readonly session: JournalSession
  readonly journal: JournalSummary
  readonly me: Me
  /** The page in the address; the first one without it. */
  readonly wanted: string | undefined
}

/** What is open beside the page. On a wide screen the pages are always there. */
export type Side = 'pages' | 'people' | 'comments'

const NARROW = '(max-width: 900px)'
/** Wide enough for a margin beside the page; and for a panel beside both. */
const ROOM = '(min-width: 1272px)'
const MORE_ROOM = '(min-width: 1624px)'

export function JournalScreen({ session, journal, me, wanted }: JournalScreenProps) {
  const [, go] = useLocation()
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  const isWide = useMediaQuery(ROOM, false, { getInitialValueInEffect: false })
  const isWider = useMediaQuery(MORE_ROOM, false, { getInitialValueInEffect: false })
  const state = useSessionState(session)
  const pages = usePages(session.doc)
  const others = usePresence(session.awareness, me.id)
  const view = findView(wanted)
  const page = view ? undefined : findShownPage(pages, wanted)
  const index = journalIndexOf(session.doc)
  const [side, setSide] = useState<Side>()
  const [newPage, setNewPage] = useState<PageId>()
  const [tool, setTool] = useState<Tool>()
  const [followed, setFollowed] = useState<Presence>()
  const whyReadOnly = findWhyReadOnly(journal, state)
  // Nothing may be written into a journal that has not arrived: it would look empty and not be.
  const mayEdit = state.content === 'ready' && whyReadOnly === undefined

  const hasRoom = isWider || (isWide && side !== 'people' && side !== 'comments')
  const scene = useCommentScene({
    session,
    index,
    journal,
    me,
    hasRoom,
    page: page?.id,
    mayComment: state.content === 'ready' && mayCommentIn(journal, state),
    onPanel: (isOpen) => setSide(isOpen ? 'comments' : undefined),
  })
  const makeAction = useSteady((thread: MarginThread) => linkAction(scene, thread))
  const onMakeAction = mayEdit && page && !page.archivedAt ? makeAction : undefined

  const shownTitle = view ? viewsWords.names[view] : page?.title
  useWindowTitle(shownTitle ? `${shownTitle} · ${journal.title}` : journal.title)
  useLeaveGuard(session)
  useAnnouncer(session, page?.id)
  useFreshJournal(journal.id, state, others)
  useFreshNotices(session)
  useOwnClock()
  // Changes are asked for by who watches the page: first it tells what was watched.
  const onHint = useCallback((listener: (what: RowKind) => void) => session.onHint((what) => what !== 'changes' && listener(what)), [session])
  useLiveRows(journal.id, { onHint, news: state.news })
  const edited = useRemoteEdits(session.doc, page?.id, { others, isReady: state.content === 'ready' })

  const shownId = state.content === 'ready' ? page?.id : undefined
  useEffect(() => {
    // The address names the page, so that it can be sent to the other, and Back leads to where one was.
    if (shownId && wanted !== shownId) go(journalPath(journal.id, shownId) + location.hash, { replace: true })
  }, [go, journal.id, shownId, wanted])

  const { show, isGone } = useBlockLink({ journal: journal.id, index, page: shownId, isComplete: state.isCurrent })

  const isThreadGone = useThreadLink({
    journal: journal.id,
    scene,
    page: shownId,
    isComplete: state.isCurrent && scene.margins.isFresh,
    onList: () => setSide('comments'),
  })

  const editor = useRef<PageEditorHandle>(undefined)
  useToolKeys(setTool)

  const hrefOf = (id: PageId): string => journalPath(journal.id, id)
  function openPage(id: PageId): void {
    setSide(side === 'pages' ? undefined : side)
    go(hrefOf(id))
  }

  function openNewPage(id: PageId): void {
    setNewPage(id)
    openPage(id)
  }

  const places = useMemo(() => ({ pages: pages.map(({ id }) => id), blocksOf: (id: PageId) => index.blocksOf(id).map((block) => block.id) }), [pages, index])
  const isReady = state.content === 'ready'
  const catchUp = useCatchUp({ journal, me: me.id, page: page?.id, places, isReady, onGo: openPage })
  const [isAsking, setAsking] = useState(false)
  useWatching({ session, journal: journal.id, page: isReady && state.isConnected ? page?.id : undefined })

  function goTo(presence: Presence): void {
    if (presence.page && presence.page !== page?.id) openPage(presence.page)
    setFollowed({ ...presence })
  }

  return (
    <div className={styles.screen} data-people={(side === 'people' || side === 'comments') && !isNarrow}>
      <a className={styles.skip} href="#page">
        {words.general.skip}
      </a>
      <JournalSides
        {...{ session, journal, me, pages, index, view, isNarrow, side, hrefOf, mayEdit }}
        shown={page?.id}
        isLoading={state.content === 'loading'}
        comments={
          <CommentPanel {...{ scene, pages, onMakeAction }} journal={journal.id} hasDraftElsewhere={hasRoom} onLeft={() => isNarrow && setSide(undefined)} />
        }
        onClose={() => setSide(undefined)}
        onOpen={openNewPage}
        onTool={setTool}
        onFind={() => {
          setSide(side === 'pages' ? undefined : side)
          setTool({ kind: 'palette' })
        }}
      />
      <div className={styles.middle} data-room={hasRoom || undefined}>
        <TopBar
          {...{ session, state, journal, pages, others, isNarrow, whyReadOnly, side, isAsking, hasRoom }}
          unread={scene.margins.talk.unread.size}
          onSide={(pressed) => setSide(side === pressed ? undefined : pressed)}
          onGo={goTo}
          onChanges={() => setAsking(!isAsking)}
          news={
            <CatchUpBar
              catchUp={catchUp}
              reader={{ me: me.id, members: journal.members, now: Date.now() }}
              tools={changeTools({ journal, index, pages, today: todayAsDay(new Date()) })}
              isOpen={isAsking}
              opener={`#${ASKS_CHANGES}`}
              isInBar={hasRoom}
              onClose={() => setAsking(false)}
            />
          }
        />
        <PageArea
          {...{ session, state, journal, me, page, whyReadOnly, followed, show }}
          changes={catchUp.marked}
          {...{ scene, hasRoom, onMakeAction }}
          isNew={page !== undefined && page.id === newPage}
          isLinkGone={isGone || isThreadGone}
          below={mayEdit && page?.kind === 'agreement' && <FirstDayHere {...{ journal, me, index }} onPeople={() => setSide('people')} onTool={setTool} />}
          onEditor={(opened) => {
            editor.current = opened
          }}
          view={view && <ViewArea key={view} {...{ session, journal, me, pages, index, view, mayEdit }} />}
        />
      </div>
      {isNarrow && (
        <PhoneBar
          doc={session.doc}
          {...{ journal, index, view, mayEdit }}
          unread={scene.margins.talk.unread.size}
          onSide={setSide}
          onOpen={openNewPage}
          onTool={setTool}
        />
      )}
      <p className="only-heard" role="status">
        {edited}
      </p>
      {tool && (
        <JournalTools
          doc={session.doc}
          {...{ tool, journal, index, pages, page, mayEdit, scene, catchUp }}
          editor={() => editor.current}
          onOpen={openPage}
          onNew={openNewPage}
          onPeople={() => setSide('people')}
          onComments={() => setSide('comments')}
          onChanges={() => setAsking(true)}
          onTool={setTool}
          onClose={() => setTool(undefined)}
        />
      )}
    </div>
  )
}
