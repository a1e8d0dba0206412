/** What the screens say, in the person's language. */
import type { Words } from './en/screens.ts'
import { atOnceWords } from './spoken.ts'

export const words: Words = atOnceWords().screens
