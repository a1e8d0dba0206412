/** Words of comments that were begun and not sent: they outlast the field they were typed in, for as long as the program is open. */
import { useState } from 'react'

const kept = new Map<string, string>()

/** What stands in the field of this name, and how to change it. Words as they were at the start are not kept. */
export function useKeptWords(name: string, start: string): [words: string, write: (words: string) => void] {
  const [words, setWords] = useState(() => kept.get(name) ?? start)
  const write = (now: string): void => {
    setWords(now)
    if (now.trim() === '' || now === start) kept.delete(name)
    else kept.set(name, now)
  }
  return [words, write]
}
