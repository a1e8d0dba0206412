/** Words of comments that were begun and not sent: they outlast the field they were typed in, for as long as the program is open. */
import { useSyncExternalStore } from 'react'

const kept = new Map<string, string>()
const listeners = new Set<() => void>()

/** What stands in every field of this name, and how to change it. Words as they were at the start are not kept. The name tells whose they are: others may sign in here. */
export function useKeptWords(name: string, start: string): [words: string, write: (words: string) => void] {
  const words = useSyncExternalStore(subscribe, () => kept.get(name) ?? start)
  const write = (now: string): void => {
    if (now === start) kept.delete(name)
    else kept.set(name, now)
    for (const listener of listeners) listener()
  }
  return [words, write]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
