/** Whether the person points with a finger: then there is no hovering, and a keyboard covers half of the page. */
import { useSyncExternalStore } from 'react'

const COARSE = '(pointer: coarse)'

export function useCoarsePointer(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(COARSE).matches)
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(COARSE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
