/** Tells the server which page I had before my eyes, so that what others did on it meanwhile is no news. */
import type { JournalId, Millis, PageId } from '@tandem/shared/ids.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { askAnew } from '../api/ask-anew.ts'
import { tellWatched, type Watched } from '../api/changes.ts'
import { changesKey } from '../api/keys.ts'
import type { JournalSession } from '../sync/session.ts'
import { createWatch, type Stretch } from './watched-stretches.ts'

/** Rows that are told as changes. */
const TOLD: readonly RowKind[] = ['changes', 'comments', 'commitments', 'acceptances', 'check-ins']

const LOOK_EVERY: Millis = 1_000

interface Watching {
  readonly session: Pick<JournalSession, 'onHint' | 'heardAt'>
  readonly journal: JournalId
  /** The page on the screen, while the connection stands; `undefined` when nothing arrives live. */
  readonly page: PageId | undefined
}

export function useWatching({ session, journal, page }: Watching): void {
  const queries = useQueryClient()
  /** What ended while nobody answered. */
  const untold = useRef<readonly Watched[]>([])
  useEffect(() => {
    if (page === undefined) return
    const watch = createWatch()
    let isOver = false
    const eyes = () => ({
      now: Date.now(),
      heardAt: session.heardAt(),
      isLooking: !isOver && document.visibilityState === 'visible' && document.hasFocus(),
    })
    const tell = async (stretch: Stretch | undefined, isLeaving: boolean): Promise<void> => {
      if (!stretch) return
      const watched = { id: journal, page, ...stretch, isLeaving }
      const isTold = await tellWatched(watched)
      if (!isTold && isLeaving) untold.current = [...untold.current, watched]
    }
    const tellUntold = async (): Promise<boolean> => {
      const before = untold.current
      untold.current = []
      for (const watched of before) if (!(await tellWatched(watched))) untold.current = [...untold.current, watched]
      return before.length > 0
    }
    const look = (): void => void tell(watch.note(eyes()), true)
    // First what I watched, then the question what is new: or it would flash as news.
    const hear = async (): Promise<void> => {
      await tellUntold()
      await tell(watch.note(eyes()), true)
      // All of it anew each time: what was written before a hint may become a change only after it.
      await tell(watch.soFar(eyes()), false)
      await askAnew(queries, changesKey(journal))
    }
    const stop = session.onHint((what) => {
      if (TOLD.includes(what)) void hear()
    })
    const signs = ['focus', 'blur', 'visibilitychange', 'pagehide'] as const
    for (const sign of signs) window.addEventListener(sign, look)
    document.addEventListener('visibilitychange', look)
    const looking = setInterval(look, LOOK_EVERY)
    look()
    void tellUntold().then((isTold) => (isTold ? askAnew(queries, changesKey(journal)) : undefined))
    return () => {
      stop()
      clearInterval(looking)
      for (const sign of signs) window.removeEventListener(sign, look)
      document.removeEventListener('visibilitychange', look)
      isOver = true
      look()
    }
  }, [queries, session, journal, page])
}
