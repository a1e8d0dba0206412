/** What the page says, in the person's language. */
import { pageEn, type PageWords } from './page-en.ts'

export const pageWords: PageWords = pageEn
