/** Catching up with a journal: what is new, where the reader stands in it, and what they have seen. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { type JournalId, type Millis, newId, type PageId, type PersonId, type RowId } from '@tandem/shared/ids.ts'
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useChanges } from '../api/changes.ts'
import { usePending, useSay } from '../api/outbox.tsx'
import { catchUpWords } from '../words/catch-up.ts'
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
  readonly marked: MarkedPage & { readonly current: string | undefined }
  /** Leads to one of them. */
  readonly goTo: (item: ChangedItem) => void
  readonly step: (by: 1 | -1) => void
  readonly markSeen: () => void
  readonly showSince: (since: Millis | undefined) => void
}

const NOTHING: readonly never[] = []

export function useCatchUp({ journal, me, page, places, isReady, onGo }: CatchUpScene): CatchUp {
  const [asked, setAsked] = useState<Millis>()
  const [at, setAt] = useState<string>()
  const answer = useChanges(journal.id, asked)
  const { data, dataUpdatedAt } = answer
  const { saidUpTo, saidRows, saySeen } = useSeen(journal.id, data)

  const { items, trivial } = useMemo(() => {
    const told = data?.changes ?? NOTHING
    const rows = data?.rows ?? NOTHING
    const folded =
      asked === undefined
        ? foldChanges(
            told.filter((change) => change.seq > saidUpTo),
            me,
            rows.filter(({ row }) => !saidRows.has(row)),
          )
        : foldChanges(told, me, rows)
    return { ...folded, items: inReadingOrder(folded.items, places) }
  }, [data, asked, saidUpTo, saidRows, me, places])
  const current = items.find((item) => item.target === at)
  const marked = useMemo(() => {
    const reader = { me, members: journal.members, now: dataUpdatedAt }
    const here = isReady && page ? markedOn(items, page, reader) : NOTHING_MARKED
    return { ...here, current: current?.target }
  }, [items, current, page, isReady, me, journal.members, dataUpdatedAt])

  const goTo = useCallback(
    (item: ChangedItem) => {
      setAt(item.target)
      if (item.page !== page) onGo(item.page)
    },
    [page, onGo],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const from = items.findIndex((item) => item.target === at)
      const next = items[from < 0 ? (by > 0 ? 0 : items.length - 1) : (from + by + items.length) % items.length]
      if (next) goTo(next)
    },
    [items, at, goTo],
  )

  return {
    items,
    trivial,
    current,
    since: asked ?? data?.seen?.at,
    isAsked: asked !== undefined,
    marked,
    goTo,
    step,
    markSeen: () => {
      if (data) saySeen(data)
      setAsked(undefined)
      setAt(undefined)
    },
    showSince: (since) => {
      setAsked(since)
      setAt(undefined)
    },
  }
}

/** What I have said to have seen and the server may not know yet: without network it waits in the outbox, and is gone from the page all the same. */
function useSeen(journal: JournalId, data: ReturnType<typeof useChanges>['data']) {
  const say = useSay('seen')
  const pending = usePending(journal, 'changes')
  const saySeen = ({ upTo, rows }: Pick<NonNullable<typeof data>, 'upTo' | 'rows'>) =>
    say({ id: newId(), input: { id: journal, upTo, rows: rows.map(({ row }) => row) }, says: catchUpWords.markSeen })
  // To who opens a journal for the first time the journal itself is the news: from here on it is told.
  const isFirst = data?.seen === null && pending.length === 0
  const sayFirst = useEffectEvent(() => data && saySeen(data))
  useEffect(() => {
    if (isFirst) sayFirst()
  }, [isFirst])
  // What was read in the margin is seen too.
  const read = usePending(journal, 'comments')
  const saidRows = useMemo(
    () =>
      new Set(
        [...pending.map(({ input }) => input['rows']), ...read.map(({ input }) => input['comments'])].flatMap((ids) => (ids ?? NOTHING) as readonly RowId[]),
      ),
    [pending, read],
  )
  return { saidUpTo: Math.max(-1, ...pending.map(({ input }) => Number(input['upTo']))), saidRows, saySeen }
}
