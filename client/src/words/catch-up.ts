/** What catching up says, in the person's language. */
import type { CatchUpWords } from './en/catch-up.ts'
import { inJournalWords } from './spoken.ts'

export const catchUpWords: CatchUpWords = inJournalWords().catchUp
