/** Follows the permanent link of a thread: it is opened beside its words, wherever they stand now, or in the list when they are gone or it is settled. */
import { RowId, type JournalId, type PageId } from '@tandem/shared/ids.ts'
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { blockPath, journalPath, THREAD_LINK } from '../../../api/paths.ts'
import type { MarginThread } from '../../../comments/use-margins.ts'
import { createArrivals } from '../arrivals.ts'
import type { CommentScene } from './use-comment-scene.ts'

interface ThreadLinkScene {
  readonly journal: JournalId
  readonly scene: CommentScene
  /** The page on the screen; `undefined` while there is none. */
  readonly page: PageId | undefined
  /** Whether the server has said which threads there are, so that what is not among them is gone. */
  readonly isComplete: boolean
  /** Opens the list of all threads. */
  readonly onList: () => void
}

/** Answers whether the link leads to nothing. */
export function useThreadLink({ journal, scene, page, isComplete, onList }: ThreadLinkScene): boolean {
  const [, go] = useLocation()
  const link = useSyncExternalStore(arrivals.subscribe, arrivals.get)
  const followed = useRef<LinkedThread>(undefined)
  const thread = scene.margins.threads.find((each) => each.thread === link?.thread)
  // Words that have not arrived yet are not gone.
  const isThere = link !== undefined && page !== undefined && thread !== undefined && (thread.placement.kind === 'attached' || isComplete)
  const follow = useEffectEvent((found: MarginThread) => {
    const { placement, resolved } = found
    const block = placement.kind === 'attached' ? placement.pieces[0]?.block : undefined
    scene.open(found.thread)
    if (resolved || placement.kind === 'detached') onList()
    go(block ? blockPath(journal, placement.page, block) : journalPath(journal, placement.page), { replace: true })
  })
  useEffect(() => {
    if (!isThere || followed.current === link) return
    followed.current = link
    follow(thread)
  }, [isThere, link, thread])
  return link !== undefined && !thread && isComplete
}

/** A new object for every time somebody goes there. */
interface LinkedThread {
  readonly thread: RowId
}

const arrivals = createArrivals((name): LinkedThread | undefined => {
  const named = name.startsWith(THREAD_LINK) ? RowId.safeParse(name.slice(THREAD_LINK.length)) : undefined
  return named?.success ? { thread: named.data } : undefined
})
