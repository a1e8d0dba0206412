/** For tests: English, before anything that uses words is loaded. */
import { atOnce } from '../en/at-once.ts'
import { inJournal } from '../en/in-journal.ts'
import { speakAtOnce, speakInJournal } from '../spoken.ts'

speakAtOnce(atOnce)
speakInJournal(inJournal)
