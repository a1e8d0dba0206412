/** The others in an open journal, as they come, write and go. */
import type { PersonId } from '@tandem/shared/ids.ts'
import { useMemo, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { type Presence, readPresence } from './read-presence.ts'

export function usePresence(awareness: Awareness, me: PersonId): readonly Presence[] {
  const store = useMemo(() => presenceStore(awareness, me), [awareness, me])
  return useSyncExternalStore(store.subscribe, store.get)
}

function presenceStore(awareness: Awareness, me: PersonId) {
  let present: readonly Presence[] = readPresence(awareness.getStates(), me)
  return {
    get: () => present,
    subscribe(listener: () => void) {
      const onChange = (): void => {
        const next = readPresence(awareness.getStates(), me)
        // A moving caret changes the awareness many times a second and nothing that is shown here.
        if (JSON.stringify(next) === JSON.stringify(present)) return
        present = next
        listener()
      }
      onChange()
      awareness.on('change', onChange)
      return () => awareness.off('change', onChange)
    },
  }
}
