/** What the palette of commands and the sheet of keys say, in the person's language. */
import type { CommandsWords, KeysWords } from './en/commands.ts'
import { inJournalWords } from './spoken.ts'

export const commandsWords: CommandsWords = inJournalWords().commands
export const keysWords: KeysWords = inJournalWords().keys
