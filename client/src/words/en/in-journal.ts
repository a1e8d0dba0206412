/** The English that comes with the first journal that is opened: one line for each part. */
import { page } from './page.ts'
import { views } from './views.ts'

export const inJournal = { page, views }

/** The shape of every language's words for an open journal. */
export type InJournal = typeof inJournal
