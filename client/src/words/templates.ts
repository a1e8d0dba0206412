/** What the dialogs about templates say, in the person's language. */
import type { TemplatesWords } from './en/templates.ts'
import { inJournalWords } from './spoken.ts'

export const templatesWords: TemplatesWords = inJournalWords().templates
