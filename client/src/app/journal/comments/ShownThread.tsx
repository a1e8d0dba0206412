/** A thread's card as this screen shows it: with where it hangs, and what can be done with it here. */
import { useLocation } from 'wouter'
import { journalPath, threadPath } from '../../../api/paths.ts'
import { ThreadCard } from '../../../comments/ThreadCard.tsx'
import { ThreadPlace } from '../../../comments/ThreadPlace.tsx'
import type { MarginThread } from '../../../comments/use-margins.ts'
import { factLabel } from '../../../journal/facts/fact-labels.ts'
import { AttachAgain } from './AttachAgain.tsx'
import type { CommentScene } from './use-comment-scene.ts'

interface ShownThreadProps {
  readonly scene: CommentScene
  readonly thread: MarginThread
  /** In a list: the page's name, and the way there. */
  readonly inList?: { readonly page: string; readonly onGoTo: () => void } | undefined
  readonly onMakeAction?: ((thread: MarginThread) => void) | undefined
}

export function ShownThread({ scene, thread, inList, onMakeAction }: ShownThreadProps) {
  const { margins, acts, mayComment, active, open, leave, handle } = scene
  const isDetached = thread.placement.kind === 'detached'
  const [path] = useLocation()
  const journal = path.split('/')[2] ?? ''
  const goToAction = useGoToAction(scene, thread)
  return (
    <>
      <ThreadCard
        {...{ thread, margins, acts, mayComment }}
        isOpen={active === thread.thread}
        onOpen={() => open(thread.thread)}
        onLeave={leave}
        onMakeAction={onMakeAction && !isDetached && !thread.resolved ? () => onMakeAction(thread) : undefined}
        onGoToAction={goToAction}
        link={location.origin + threadPath(journal, thread.thread)}
        place={
          <ThreadPlace
            thread={thread}
            page={inList?.page}
            factLabel={factLabel}
            hasQuote={inList !== undefined}
            onGoTo={isDetached ? undefined : inList?.onGoTo}
          />
        }
      />
      {isDetached && mayComment && handle && <AttachAgain editor={handle.editor} onAttach={() => scene.attach(thread)} />}
    </>
  )
}

function useGoToAction({ margins }: CommentScene, { action }: MarginThread): (() => void) | undefined {
  const [path, go] = useLocation()
  const [, , journal = ''] = path.split('/')
  return action && margins ? () => go(`${journalPath(journal)}#${encodeURIComponent(action)}`) : undefined
}
