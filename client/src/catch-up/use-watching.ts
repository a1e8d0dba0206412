/** Tells the server which page I had before my eyes, so that what others did on it meanwhile is no news. */
import type { JournalId, Millis, PageId } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { askAnew } from '../api/ask-anew.ts'
import { tellWatched } from '../api/changes.ts'
import { changesKey } from '../api/keys.ts'
import type { JournalSession } from '../sync/journal-session.ts'

/** Rows that are told as changes. */
const TOLD: readonly RowKind[] = ['changes', 'comments', 'commitments', 'acceptances', 'check-ins']

interface Watching {
  readonly session: Pick<JournalSession, 'onHint'>
  readonly journal: JournalId
  /** The page on the screen, while the connection stands; `undefined` when nothing arrives live. */
  readonly page: PageId | undefined
  /** The server's clock beside ours. */
  readonly ahead: Millis
}

export function useWatching({ session, journal, page, ahead }: Watching): void {
  const queries = useQueryClient()
  const now = useEffectEvent(() => Date.now() + ahead)
  useEffect(() => {
    let from: Millis | undefined
    let isOver = false
    const isLooking = () => page !== undefined && document.visibilityState === 'visible' && document.hasFocus()
    const tell = async (): Promise<void> => {
      if (from === undefined || page === undefined) return
      const isLeaving = !isLooking() || isOver
      // All of it anew each time: what was written before a hint may become a change only after it.
      const watched = { id: journal, page, from, to: now(), isLeaving }
      if (isLeaving) from = undefined
      await tellWatched(watched)
    }
    const look = (): void => {
      if (isLooking()) from ??= now()
      else void tell()
    }
    // First what I watched, then the question what is new: or it would flash as news.
    const stop = session.onHint((what) => {
      if (TOLD.includes(what)) void tell().then(() => askAnew(queries, changesKey(journal)))
    })
    const signs = ['focus', 'blur', 'visibilitychange', 'pagehide'] as const
    for (const sign of signs) window.addEventListener(sign, look)
    document.addEventListener('visibilitychange', look)
    look()
    return () => {
      stop()
      for (const sign of signs) window.removeEventListener(sign, look)
      document.removeEventListener('visibilitychange', look)
      isOver = true
      void tell()
    }
  }, [queries, session, journal, page])
}
