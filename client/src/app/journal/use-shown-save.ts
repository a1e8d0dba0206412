/** What the save badge says of a journal: its words and the commands in the outbox, both at a pace people can read. */
import type { JournalId } from '@tandem/shared/ids.ts'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { useWaiting } from '../../api/outbox.tsx'
import { CALM, calmSave } from '../../sync/calm-save.ts'
import type { JournalSession } from '../../sync/session.ts'
import type { SaveState } from '../../sync/save-state.ts'
import { type WaitingCommands, withWaiting } from '../../sync/shown-save.ts'
import { useLasting } from './use-lasting.ts'

export function useShownSave(session: JournalSession, journal: JournalId): SaveState {
  const store = useMemo(() => calmSave(session), [session])
  return withWaiting(useSyncExternalStore(store.subscribe, store.get), useCalmWaiting(journal))
}

/** Nothing waits only when nothing has for a moment. */
function useCalmWaiting(journal: JournalId): WaitingCommands {
  const waiting = useWaiting(journal)
  const isNone = waiting.count === 0
  const isCalm = useLasting(isNone, CALM)
  const [busy, setBusy] = useState<WaitingCommands>()
  if (!isNone && busy !== waiting) setBusy(waiting)
  return isNone && !isCalm && busy ? busy : waiting
}
