/** The language this page speaks. It is given its words before the screens that use them are loaded, so that words are plain values everywhere. */
import type { AtOnce } from './en/at-once.ts'
import type { InJournal } from './en/in-journal.ts'

let first: AtOnce | undefined
let later: InJournal | undefined

/** Called once, before any screen is loaded. */
export function speakAtOnce(words: AtOnce): void {
  first = words
}

/** Called before the first journal is loaded. */
export function speakInJournal(words: InJournal): void {
  later = words
}

export function atOnceWords(): AtOnce {
  if (!first) throw new Error('A screen was loaded before its words')
  return first
}

export function inJournalWords(): InJournal {
  if (!later) throw new Error('The journal was loaded before its words')
  return later
}
