/** Which words of a page are lit and how. Pure. */
import type { PageId } from '@tandem/shared/ids.ts'
import type { Draft, MarginThread } from '../../../comments/use-margins.ts'
import type { Highlight } from '../../../journal/highlights/highlights.ts'
import { DRAFT } from './use-comment-scene.ts'

interface Lit {
  readonly threads: readonly MarginThread[]
  readonly page: PageId
  readonly active: string | undefined
  readonly draft: Draft | undefined
}

/** Settled threads are lit only while they are open. The action that was made of a thread is lit with it. */
export function highlightsOf({ threads, page, active, draft }: Lit): readonly Highlight[] {
  const lit = threads
    .filter(({ resolved, thread }) => resolved === null || thread === active)
    .flatMap((thread): Highlight[] => {
      const { placement, action } = thread
      const isHere = placement.kind === 'attached' && placement.page === page
      const pieces = isHere ? placement.pieces : []
      const look = { id: thread.thread, tone: toneOf(thread), isActive: thread.thread === active } as const
      return [
        ...(pieces.length > 0 ? [{ ...look, pieces, isBlock: thread.anchor.kind !== 'range' }] : []),
        ...(action ? [{ ...look, pieces: [{ block: action, from: 0, to: 0 }], isBlock: true }] : []),
      ]
    })
  const begun = draft?.placement.kind === 'attached' && draft.placement.page === page ? draft.placement.pieces : []
  if (begun.length === 0) return lit
  return [...lit, { id: DRAFT, tone: 'mine', isActive: true, isBlock: draft?.anchor.kind !== 'range', pieces: begun }]
}

function toneOf({ resolved, isUnread, isMine }: MarginThread): Highlight['tone'] {
  if (resolved) return 'resolved'
  if (isUnread) return 'unread'
  return isMine ? 'mine' : 'quiet'
}
