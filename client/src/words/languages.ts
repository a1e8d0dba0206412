/** The languages there are: every folder beside this file that has words. Each is loaded only when it is spoken. */
import type { AtOnce } from './en/at-once.ts'
import type { InJournal } from './en/in-journal.ts'
import { speakAtOnce, speakInJournal } from './spoken.ts'

const atOnce = import.meta.glob<AtOnce>('./*/at-once.ts', { import: 'atOnce' })
const inJournal = import.meta.glob<InJournal>('./*/in-journal.ts', { import: 'inJournal' })

/** BCP 47 codes, as the folders are called. */
export const LANGUAGES: readonly string[] = Object.keys(atOnce).map((path) => path.split('/')[1] ?? '')

export async function loadAtOnce(language: string): Promise<void> {
  speakAtOnce(await load(atOnce[`./${language}/at-once.ts`]))
}

export async function loadInJournal(language: string): Promise<void> {
  speakInJournal(await load(inJournal[`./${language}/in-journal.ts`]))
}

function load<Book>(file: (() => Promise<Book>) | undefined): Promise<Book> {
  if (!file) throw new Error('There is no such language')
  return file()
}
