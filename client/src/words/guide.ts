/** What the guide of the first day says, in the person's language. */
import type { GuideWords } from './en/guide.ts'
import { inJournalWords } from './spoken.ts'

export const guideWords: GuideWords = inJournalWords().guide
