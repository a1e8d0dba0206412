/** Catching up with a journal: what is new, where the reader stands in it, and what they have seen. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { JournalId, Millis, PageId, PersonId } from '@tandem/shared/ids.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useChanges, useMarkSeen } from '../api/changes.ts'
import { type ChangedItem, foldChanges, inReadingOrder, type Places } from './fold-changes.ts'
import { markedOn, type MarkedPage, NOTHING_MARKED } from './marked-of.ts'

export interface CatchUpScene {
  readonly journal: JournalSummary
  readonly me: PersonId
  /** The page on the screen. */
  readonly page: PageId | undefined
  readonly places: Places
  /** Whether the journal's words are here. */
  readonly isReady: boolean
  /** Leads to a page. */
  readonly onGo: (page: PageId) => void
}

export interface CatchUp {
  readonly items: readonly ChangedItem[]
  readonly trivial: number
  readonly current: ChangedItem | undefined
  /** Since when: what I saw last, or the time I asked for. */
  readonly since: Millis | undefined
  /** I asked for what came after a time, seen or not. */
  readonly isAsked: boolean
  readonly ahead: Millis
  readonly marked: MarkedPage & { readonly current: string | undefined }
  readonly step: (by: 1 | -1) => void
  readonly markSeen: () => void
  readonly showSince: (since: Millis | undefined) => void
}

const NOTHING: readonly never[] = []

export function useCatchUp({ journal, me, page, places, isReady, onGo }: CatchUpScene): CatchUp {
  const [asked, setAsked] = useState<Millis>()
  const [at, setAt] = useState<string>()
  const answer = useChanges(journal.id, asked)
  const { mutate: mark } = useMarkSeen(journal.id)
  const { data, dataUpdatedAt } = answer
  useFirstLook(journal.id, data, mark)

  const { items, trivial } = useMemo(() => {
    const folded = foldChanges(data?.changes ?? NOTHING, me)
    return { ...folded, items: inReadingOrder(folded.items, places) }
  }, [data, me, places])
  const current = items.find((item) => item.target === at)
  const marked = useMemo(() => {
    const reader = { me, members: journal.members, now: dataUpdatedAt }
    const here = isReady && page ? markedOn(items, page, reader) : NOTHING_MARKED
    return { ...here, current: current?.target }
  }, [items, current, page, isReady, me, journal.members, dataUpdatedAt])

  const step = useCallback(
    (by: 1 | -1) => {
      const from = items.findIndex((item) => item.target === at)
      const next = items[from < 0 ? (by > 0 ? 0 : items.length - 1) : (from + by + items.length) % items.length]
      if (!next) return
      setAt(next.target)
      if (next.page !== page) onGo(next.page)
    },
    [items, at, page, onGo],
  )

  return {
    items,
    trivial,
    current,
    since: asked ?? data?.seen?.at,
    isAsked: asked !== undefined,
    ahead: data ? data.now - dataUpdatedAt : 0,
    marked,
    step,
    markSeen: () => {
      if (data) mark({ id: journal.id, upTo: data.upTo })
      setAsked(undefined)
      setAt(undefined)
    },
    showSince: (since) => {
      setAsked(since)
      setAt(undefined)
    },
  }
}

/** To who opens a journal for the first time, the journal itself is the news: from here on it is told. */
function useFirstLook(journal: JournalId, data: ReturnType<typeof useChanges>['data'], mark: ReturnType<typeof useMarkSeen>['mutate']): void {
  const isFirst = data?.seen === null
  const upTo = data?.upTo ?? 0
  useEffect(() => {
    if (isFirst) mark({ id: journal, upTo })
  }, [isFirst, journal, upTo, mark])
}
