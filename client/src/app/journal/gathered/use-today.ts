/** The person's calendar day, told anew when they come back to a tab that was left open overnight. */
import type { Day } from '@tandem/shared/ids.ts'
import { useSyncExternalStore } from 'react'
import { todayAsDay } from '../../../words/days.ts'

export function useToday(): Day {
  return useSyncExternalStore(subscribe, () => todayAsDay(new Date()))
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
