/** Which threads a filter shows, and in which order. Pure. */
import type { PageId } from '@tandem/shared/ids.ts'
import type { MarginThread } from './use-margins.ts'

export const FILTERS = ['open', 'mine', 'mentions', 'unread', 'detached', 'resolved'] as const
export type Filter = (typeof FILTERS)[number]

export function matches(thread: MarginThread, filter: Filter): boolean {
  const isOpen = thread.resolved === null
  switch (filter) {
    case 'open':
      return isOpen
    case 'mine':
      return isOpen && thread.isMine
    case 'mentions':
      return thread.namesMe
    case 'unread':
      return thread.isUnread
    case 'detached':
      return isOpen && thread.placement.kind === 'detached'
    case 'resolved':
      return !isOpen
  }
}

/** Page by page in the order of the pages, then the detached ones; on a page in the order they were begun. */
export function inOrder(threads: readonly MarginThread[], pages: readonly PageId[]): readonly MarginThread[] {
  const rank = ({ placement }: MarginThread) => {
    const page = pages.indexOf(placement.page)
    return (placement.kind === 'detached' ? 2 * pages.length : 0) + (page < 0 ? pages.length : page)
  }
  return threads.toSorted((a, b) => rank(a) - rank(b))
}

export interface PlacedThread {
  readonly thread: MarginThread
  /** Which block it hangs on; none for the page itself. */
  readonly block: string | undefined
}

/** What hangs on one page, and is not settled. */
export function openOnPage(threads: readonly MarginThread[], page: PageId | undefined): readonly MarginThread[] {
  return threads.filter(({ placement, resolved }) => resolved === null && placement.kind === 'attached' && placement.page === page)
}
