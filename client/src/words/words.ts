/** The words in the person's language. */
import { en, type Words } from './en.ts'

/** What the screens say. English until there is another language. */
export const words: Words = en
