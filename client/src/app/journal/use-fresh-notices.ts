/** Asks for my notices again when the open connection says that somebody here was told something. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { NOTICES } from '../../api/keys.ts'
import type { JournalSession } from '../../sync/session.ts'

export function useFreshNotices(session: JournalSession): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      session.onHint((what) => {
        if (what === 'notices') void queries.invalidateQueries({ queryKey: NOTICES })
      }),
    [queries, session],
  )
}
