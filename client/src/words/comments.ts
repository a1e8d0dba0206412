/** What the margin says, in the person's language. */
import type { CommentWords } from './en/comments.ts'
import { inJournalWords } from './spoken.ts'

export const commentWords: CommentWords = inJournalWords().comments
