/** The English that comes with the first journal that is opened: one line for each part. */
import { catchUp } from './catch-up.ts'
import { commands, keys } from './commands.ts'
import { guide } from './guide.ts'
import { comments } from './comments.ts'
import { page } from './page.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { templates } from './templates.ts'
import { views } from './views.ts'
import { vouching } from './vouching.ts'

export const inJournal = { catchUp, comments, commands, guide, keys, page, people, plan, templates, views, vouching }

/** The shape of every language's words for an open journal. */
export type InJournal = typeof inJournal
