/** What the people of a journal and their invitations say, in the person's language. */
import type { PeopleWords } from './en/people.ts'
import { inJournalWords } from './spoken.ts'

export const peopleWords: PeopleWords = inJournalWords().people
