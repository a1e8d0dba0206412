/** What is said of what people vouch for, in the person's language. */
import type { VouchingWords } from './en/vouching.ts'
import { inJournalWords } from './spoken.ts'

export const vouchingWords: VouchingWords = inJournalWords().vouching
