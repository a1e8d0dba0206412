/** A person's open actions over all journals they are in, out of the projection's rows. */
import * as contracts from '@tandem/shared/contracts/my-actions.ts'
import { action } from '@tandem/shared/document/entries/action.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { DocumentId, PersonId } from '@tandem/shared/ids.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'

/** More than anybody can have before their eyes. */
const MOST = 500

export interface MyActionsParts {
  readonly db: Kysely<Tables>
  /** Has the rows of these documents tell what was written into them by now. */
  readonly settle: (documents: readonly DocumentId[]) => Promise<void>
}

export function serveMyActions(app: App, { db, settle }: MyActionsParts): void {
  serve(app, contracts.list, async ({ person }) => {
    // Who ticks one off and goes home must not find it there.
    await settle(await loadMyDocuments(db, person))
    return { actions: await loadMyActions(db, person) }
  })
}

async function loadMyDocuments(db: Kysely<Tables>, person: PersonId): Promise<DocumentId[]> {
  const rows = await db
    .selectFrom('documents')
    .innerJoin('members', 'members.journal_id', 'documents.journal_id')
    .select('documents.id')
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .where('documents.kind', '=', 'journal')
    .execute()
  return rows.map(({ id }) => id)
}

async function loadMyActions(db: Kysely<Tables>, person: PersonId): Promise<contracts.MyAction[]> {
  const rows = await db
    .selectFrom('projected_blocks as action')
    .innerJoin('documents', 'documents.id', 'action.document_id')
    .innerJoin('journals', 'journals.id', 'documents.journal_id')
    .innerJoin('members', 'members.journal_id', 'journals.id')
    .innerJoin('projected_pages as page', (join) => join.onRef('page.document_id', '=', 'action.document_id').onRef('page.page_id', '=', 'action.page_id'))
    .leftJoin('projected_blocks as goal', (join) => join.onRef('goal.document_id', '=', 'action.document_id').onRef('goal.block_id', '=', 'action.goal'))
    .select(['journals.id as journal', 'action.page_id as page', 'action.block_id as block', 'action.words', 'action.due', 'goal.words as goal'])
    .select('action.facts')
    // The owner's last word on it.
    .select(({ selectFrom }) =>
      selectFrom('acceptances as answer')
        .select('answer.kind')
        .whereRef('answer.journal_id', '=', 'journals.id')
        .whereRef('answer.block_id', '=', 'action.block_id')
        .where('answer.person_id', '=', person)
        .orderBy('answer.number', 'desc')
        .limit(1)
        .as('answer'),
    )
    .where('action.owner', '=', person)
    .where('action.kind', '=', 'action')
    .where('action.end', 'is', null)
    .where('members.person_id', '=', person)
    .where('members.left_at', 'is', null)
    .where('journals.archived_at', 'is', null)
    .where('page.archived_at', 'is', null)
    .where('documents.kind', '=', 'journal')
    .orderBy(({ eb }) => eb.case().when('action.due', 'is', null).then(1).else(0).end())
    .orderBy('action.due')
    .orderBy('action.changed_at', 'desc')
    .orderBy('action.block_id')
    .limit(MOST)
    .execute()
  return rows
    .filter(({ answer }) => answer !== 'declined')
    .map(({ facts, answer, ...row }) => ({ ...row, isProposed: answer === null && isGivenByOther(facts, person) }))
}

function isGivenByOther(facts: string, owner: PersonId): boolean {
  const { givenBy } = readKindFacts(action, JSON.parse(facts) as Facts)
  return givenBy !== undefined && givenBy !== null && givenBy !== owner
}
