/** The calls about a person's own development plan. Every query names the person who asks: nobody else's plan can be reached from here. */
import * as plans from '@tandem/shared/contracts/plans.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import { changeJournal, requireMember } from './change-journal.ts'

interface PlanParts {
  readonly db: Kysely<Tables>
  readonly now: () => Millis
}

export function servePlans(app: App, { db, now }: PlanParts): void {
  serve(app, plans.get, async ({ input: { id: journal }, person }) => {
    await requireMember(db, { journal, person, act: 'read' })
    const row = await db.selectFrom('plans').select('goals').where('journal_id', '=', journal).where('person_id', '=', person).executeTakeFirst()
    return { goals: row ? z.array(plans.PlanGoal).parse(JSON.parse(row.goals)) : [] }
  })

  serve(app, plans.keep, async ({ input: { id: journal, goals }, person }) => {
    const kept = { goals: JSON.stringify(goals), at: now() }
    await changeJournal(db, { journal, person, act: 'edit' }, (transaction) =>
      transaction
        .insertInto('plans')
        .values({ journal_id: journal, person_id: person, ...kept })
        .onConflict((conflict) => conflict.columns(['journal_id', 'person_id']).doUpdateSet(kept))
        .execute(),
    )
    return {}
  })
}
