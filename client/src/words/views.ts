/** What the gathered views and finding say, in the person's language. */
import { viewsEn, type ViewsWords } from './views-en.ts'

export const viewsWords: ViewsWords = viewsEn
