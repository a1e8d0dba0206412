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
  const find = useCallback(() => link && index.findPageOf(link.block), [index, link])
  const home = useSyncExternalStore(index.onChange, find)
  useEffect(() => {
    // Once shown, the block may be moved away by somebody without taking the reader along.
    if (!link || link === show || !page || !home) return
    if (home === page) setShow(link)
    else go(blockPath(journal, home, link.block), { replace: true })
  }, [go, journal, link, show, page, home])
  return { show: show && show === link ? show : undefined, isGone: link !== undefined && link !== show && page !== undefined && !home && isComplete }
}

/** Where the skip link leads: a place of the screen and no block. */
const SKIP = 'page'

const arrivals = createArrivals((name): LinkedBlock | undefined => {
  const named = BlockId.safeParse(name)
  return named.success && named.data !== SKIP && !name.startsWith(THREAD_LINK) ? { block: named.data } : undefined
})
