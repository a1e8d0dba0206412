/** What the page says, in the person's language. */
import type { PageWords } from './en/page.ts'
import { inJournalWords } from './spoken.ts'

export const pageWords: PageWords = inJournalWords().page
