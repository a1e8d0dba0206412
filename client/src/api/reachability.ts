/** Whether the server answered when it was last asked. */
import { useSyncExternalStore } from 'react'

let isReachable = true
const listeners = new Set<() => void>()

/** Told by every call; the browser's own `onLine` knows only of cables. */
export function noteReachable(now: boolean): void {
  if (now === isReachable) return
  isReachable = now
  for (const listener of listeners) listener()
}

/** True until a call finds nobody, and again as soon as one is answered. */
export function useIsReachable(): boolean {
  return useSyncExternalStore(onReachability, () => isReachable)
}

/** Calls back when it has changed. Returns the way to stop listening. */
export function onReachability(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
