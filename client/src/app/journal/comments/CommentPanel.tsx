/** All threads of the journal: what the panel beside the page holds, and the sheet on a phone. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { blockPath, journalPath } from '../../../api/paths.ts'
import { CommentList } from '../../../comments/CommentList.tsx'
import { DraftCard } from '../../../comments/DraftCard.tsx'
import { inOrder } from '../../../comments/thread-filters.ts'
import type { MarginThread } from '../../../comments/use-margins.ts'
import { pageName } from '../../../pages/page-name.ts'
import { useSteady } from '../../../ui/use-steady.ts'
import { todayAsDay } from '../../../words/days.ts'
import { cardsOf, ShownThread } from './ShownThread.tsx'
import type { CommentScene } from './use-comment-scene.ts'

interface CommentPanelProps {
  readonly scene: CommentScene
  readonly journal: JournalId
  readonly pages: readonly ListedPage[]
  /** The margin beside the page shows what is being begun. */
  readonly hasDraftElsewhere: boolean
  readonly onMakeAction?: ((thread: MarginThread) => void) | undefined
  /** On a phone the way to the words closes the sheet. */
  readonly onLeft: () => void
}

export function CommentPanel({ scene, journal, pages, hasDraftElsewhere, onMakeAction, onLeft }: CommentPanelProps) {
  const [, go] = useLocation()
  const { margins, draft, active, mayComment } = scene
  const threads = useMemo(
    () =>
      inOrder(
        margins.threads,
        pages.map(({ id }) => id),
      ),
    [margins.threads, pages],
  )
  const today = todayAsDay(new Date())
  const nameOf = ({ placement }: MarginThread) => {
    const page = pages.find(({ id }) => id === placement.page)
    return page ? pageName(page, today).name : ''
  }
  const goTo = useSteady(({ placement, thread }: MarginThread) => {
    const block = placement.kind === 'attached' ? placement.pieces[0]?.block : undefined
    scene.open(thread)
    onLeft()
    go(block ? blockPath(journal, placement.page, block) : journalPath(journal, placement.page))
  })
  return (
    <CommentList
      {...{ margins, threads, active, mayComment }}
      before={draft && !hasDraftElsewhere && <DraftCard draft={draft} talk={margins.talk} onSend={scene.send} onCancel={scene.leave} />}
      renderThread={(thread) => (
        <ShownThread {...cardsOf(scene)} {...{ journal, thread, onMakeAction }} isOpen={active === thread.thread} page={nameOf(thread)} onGoTo={goTo} />
      )}
    />
  )
}
