/** Follows the permanent link of a block: the address names it, and it is shown where it stands now, on whichever page that is. */
import { BlockId, type JournalId, type PageId } from '@tandem/shared/ids.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { blockPath, THREAD_LINK } from '../../api/paths.ts'
import { createArrivals } from './arrivals.ts'

/** A new object for every time somebody goes there, so that the same link leads there again. */
export interface LinkedBlock {
  readonly block: BlockId
}

interface BlockLinkScene {
  readonly journal: JournalId
  readonly index: JournalIndex
  /** The page on the screen; `undefined` while there is none. */
  readonly page: PageId | undefined
  /** Whether everything the server has is here, so that what is not found is gone. */
  readonly isComplete: boolean
}

interface BlockLink {
  /** What to show on this page. */
  readonly show: LinkedBlock | undefined
  readonly isGone: boolean
}

export function useBlockLink({ journal, index, page, isComplete }: BlockLinkScene): BlockLink {
  const [, go] = useLocation()
  const link = useSyncExternalStore(arrivals.subscribe, arrivals.get)
  const [show, setShow] = useState<LinkedBlock>()
  /** Once there, the block may be moved away by somebody without taking the reader along. */
  const [arrived, setArrived] = useState<LinkedBlock>()
  const find = useCallback(() => link && index.findPageOf(link.block), [index, link])
  const home = useSyncExternalStore(index.onChange, find)
  useEffect(() => {
    if (!link || link === arrived || !page || !home) return
    if (home !== page) go(blockPath(journal, home, link.block), { replace: true })
    else if (isComplete) setArrived(link)
  }, [go, journal, link, arrived, page, home, isComplete])
  if (link && link !== show && page && home === page) setShow(link)
  // What this device has may be old: where it led is settled by what the server has, or by the reader, who has begun to do something there.
  const isWaiting = show !== undefined && show === link && link !== arrived
  useEffect(() => {
    if (!isWaiting) return
    const settle = () => setArrived(show)
    for (const act of ACTS) window.addEventListener(act, settle, { passive: true })
    return () => {
      for (const act of ACTS) window.removeEventListener(act, settle)
    }
  }, [isWaiting, show])
  return { show: show && show === link ? show : undefined, isGone: link !== undefined && link !== arrived && page !== undefined && !home && isComplete }
}

const ACTS = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const

/** Where the skip link leads: a place of the screen and no block. */
const SKIP = 'page'

const arrivals = createArrivals((name): LinkedBlock | undefined => {
  const named = BlockId.safeParse(name)
  return named.success && named.data !== SKIP && !name.startsWith(THREAD_LINK) ? { block: named.data } : undefined
})
