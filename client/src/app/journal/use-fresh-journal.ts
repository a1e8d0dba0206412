/** Asks the server again about the journal and its open links when there is a sign that its title, people or my role may have changed. */
import type { JournalId } from '@tandem/shared/ids.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { journalKey } from '../../api/keys.ts'
import type { Presence } from '../../presence/read-presence.ts'
import type { SessionState } from '../../sync/session-state.ts'

export function useFreshJournal(id: JournalId, state: SessionState, presences: readonly Presence[]): void {
  const queries = useQueryClient()
  // A person seen for the first time has just joined, or came back with another name.
  const people = presences.map((presence) => presence.person).join()
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: journalKey(id) })
  }, [queries, id, state.news, state.barred, state.refusal, people])
}
