/** A thread's card as this screen shows it: with where it hangs, and what can be done with it here. Drawn anew only when something of it changed. */
import type { JournalId } from '@tandem/shared/ids.ts'
import { memo } from 'react'
import { useLocation } from 'wouter'
import { journalPath, threadPath } from '../../../api/paths.ts'
import { ThreadCard } from '../../../comments/ThreadCard.tsx'
import { ThreadPlace } from '../../../comments/ThreadPlace.tsx'
import type { MarginThread } from '../../../comments/use-margins.ts'
import { factLabel } from '../../../journal/facts/fact-labels.ts'
import { AttachAgain } from './AttachAgain.tsx'
import type { CommentScene } from './use-comment-scene.ts'

interface ShownThreadProps {
  readonly journal: JournalId
  /** What it needs of the scene, each the same until it changes. */
  readonly talk: CommentScene['margins']['talk']
  readonly acts: CommentScene['acts']
  readonly handle: CommentScene['handle']
  readonly open: CommentScene['open']
  readonly leave: CommentScene['leave']
  readonly attach: CommentScene['attach']
  readonly mayComment: boolean
  readonly thread: MarginThread
  readonly isOpen: boolean
  /** In a list: the page's name, and the way there. */
  readonly page?: string | undefined
  readonly onGoTo?: ((thread: MarginThread) => void) | undefined
  readonly onMakeAction?: ((thread: MarginThread) => void) | undefined
}

/** What of the scene every card is given. */
export function cardsOf({ margins, acts, handle, open, leave, attach, mayComment }: CommentScene) {
  return { talk: margins.talk, acts, handle, open, leave, attach, mayComment }
}

export const ShownThread = memo(function ShownThread(props: ShownThreadProps) {
  const { journal, talk, acts, handle, open, leave, attach, mayComment, thread, isOpen, page, onGoTo, onMakeAction } = props
  const [, go] = useLocation()
  const isDetached = thread.placement.kind === 'detached'
  const { action } = thread
  return (
    <>
      <ThreadCard
        {...{ thread, talk, acts, mayComment, isOpen }}
        onOpen={() => open(thread.thread)}
        onLeave={leave}
        onMakeAction={onMakeAction && !isDetached && !thread.resolved ? () => onMakeAction(thread) : undefined}
        onGoToAction={action ? () => go(`${journalPath(journal)}#${encodeURIComponent(action)}`) : undefined}
        link={location.origin + threadPath(journal, thread.thread)}
        place={
          <ThreadPlace
            thread={thread}
            page={page}
            factLabel={factLabel}
            hasQuote={page !== undefined}
            onGoTo={isDetached || !onGoTo ? undefined : () => onGoTo(thread)}
          />
        }
      />
      {isDetached && mayComment && handle && <AttachAgain editor={handle.editor} onAttach={() => attach(thread)} />}
    </>
  )
})
