/** What bringing a development plan says, in the person's language. */
import type { PlanWords } from './en/plan.ts'
import { inJournalWords } from './spoken.ts'

export const planWords: PlanWords = inJournalWords().plan
