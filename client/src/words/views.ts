/** What the gathered views and finding say, in the person's language. */
import type { ViewsWords } from './en/views.ts'
import { inJournalWords } from './spoken.ts'

export const viewsWords: ViewsWords = inJournalWords().views
