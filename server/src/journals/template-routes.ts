/** The calls about templates that people save. */
import * as templates from '@tandem/shared/contracts/templates.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import type { Limits } from '../limits/limits.ts'
import { changeJournal } from './change-journal.ts'
import { findTemplate, listTemplates, removeTemplate, saveTemplate } from './saved-templates.ts'

interface TemplateParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
  readonly limits: Pick<Limits, 'templates'>
}

export function serveTemplates(app: App, { db, now, limits }: TemplateParts): void {
  serve(app, templates.save, async ({ input: { id: journal, template, title, pages }, person }) => {
    await changeJournal(db, { journal, person, act: 'edit' }, (transaction) =>
      saveTemplate(transaction, { id: template, journal, person, title, pages, now: now(), atMost: limits.templates }),
    )
    return {}
  })

  serve(app, templates.list, async ({ person }) => ({ templates: await listTemplates(db, person) }))

  serve(app, templates.get, async ({ input, person }) => {
    const found = await findTemplate(db, { template: input.template, person })
    if (!found) throw new Failure('unknown-template')
    return found
  })

  serve(app, templates.remove, async ({ input, person }) => {
    if (!(await removeTemplate(db, { template: input.template, person }))) throw new Failure('unknown-template')
    return {}
  })
}
