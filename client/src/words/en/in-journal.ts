/** The English that comes with the first journal that is opened: one line for each part. */
import { page } from './page.ts'
import { plan } from './plan.ts'
import { templates } from './templates.ts'
import { views } from './views.ts'

export const inJournal = { page, plan, templates, views }

/** The shape of every language's words for an open journal. */
export type InJournal = typeof inJournal
