/** Words of comments that were begun and not sent: they outlast the field they were typed in, and the page, for as long as its tab is open. */
import { useSyncExternalStore } from 'react'
import { createWordKeeper } from './word-keeper.ts'

const kept = createWordKeeper(() => sessionStorage)
const listeners = new Set<() => void>()

/** What stands in every field of this name, and how to change it. Words as they were at the start are not kept. The name tells whose they are: others may sign in here. */
export function useKeptWords(name: string, start: string): [words: string, write: (words: string) => void] {
  const words = useSyncExternalStore(subscribe, () => kept.find(name) ?? start)
  const write = (now: string): void => {
    if (now === start) kept.forget(name)
    else kept.keep(name, now)
    for (const listener of listeners) listener()
  }
  return [words, write]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
