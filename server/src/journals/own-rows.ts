/**
 * Rows that one person vouches for: their id is made by the client, so that a command told twice is stored once, and only the person
 * behind the call is ever written as their author.
 */
import { Failure } from '@tandem/shared/failure.ts'
import type { Contract } from '@tandem/shared/contracts/contract.ts'
import type { JournalId, Millis, PersonId, RowId } from '@tandem/shared/ids.ts'
import type { Act } from '@tandem/shared/roles.ts'
import type { RowKind } from '@tandem/shared/wire/row-kinds.ts'
import type { Kysely, Transaction } from 'kysely'
import type { z } from 'zod'
import type { Bus } from '../bus/bus.ts'
import type { OwnRow } from '../database/own-row.ts'
import type { Tables } from '../database/tables.ts'
import type { App } from '../http/app.ts'
import { serve } from '../http/serve.ts'
import type { Limits } from '../limits/limits.ts'
import { changeJournal, type Membership, requireMember } from './change-journal.ts'

export interface RowParts {
  readonly db: Kysely<Tables>
  readonly bus: Bus
  readonly now: () => Millis
  readonly limits: Pick<Limits, 'rows'>
}

/** The tables whose rows are a person's own. */
type OwnTable = { [Name in keyof Tables]: Tables[Name] extends OwnRow ? Name : never }[keyof Tables]

/** What a command writes beside what all such rows have. */
export type OwnFields<Table extends OwnTable> = Omit<Tables[Table], keyof OwnRow>

interface Command<Input extends z.ZodType, Table extends OwnTable> {
  readonly table: Table
  readonly what: RowKind
  readonly act: Act
  readonly rowOf: (input: z.output<Input>) => { readonly id: RowId; readonly fields: OwnFields<Table> }
  /** Throws when this member may not say this. Runs before anything is stored. */
  readonly judge?: (me: Membership, input: z.output<Input>) => void
  /** Tells people of it, in the transaction in which it is stored. Answers the journals whose notices changed. */
  readonly tell?: (
    transaction: Transaction<Tables>,
    said: { readonly input: z.output<Input>; readonly person: PersonId; readonly now: Millis },
  ) => Promise<readonly JournalId[]>
}

/** A command that adds one row to a journal. The same id again is answered as the first time; under somebody else's id it is refused with `id-taken`. */
export function serveOwnRow<Input extends z.ZodType<{ id: JournalId }>, Output extends z.ZodType<Record<string, never>>, Table extends OwnTable>(
  app: App,
  contract: Contract<Input, Output>,
  { db, bus, now, limits }: RowParts,
  { table, what, act, rowOf, judge, tell }: Command<Input, Table>,
): void {
  serve(app, contract, async ({ input, person }) => {
    const { id: journal } = input
    const stored = await changeJournal(db, { journal, person, act }, async (transaction, me) => {
      judge?.(me, input)
      const { id, fields } = rowOf(input)
      const at = now()
      const isNew = await storeOwnRow(transaction, table, { ...fields, id, journal_id: journal, person_id: person, at }, limits.rows)
      return isNew ? { told: (await tell?.(transaction, { input, person, now: at })) ?? [] } : undefined
    })
    if (stored) bus.publish({ kind: 'rows-changed', journal, what })
    for (const each of stored?.told ?? []) bus.publish({ kind: 'rows-changed', journal: each, what: 'notices' })
    return {} as z.input<Output>
  })
}

/** Whether it was stored now. Within `changeJournal`, so nobody else numbers rows of this journal meanwhile. */
async function storeOwnRow<Table extends OwnTable>(
  transaction: Transaction<Tables>,
  table: Table,
  row: Omit<OwnRow, 'number'> & OwnFields<Table>,
  atMost: number,
): Promise<boolean> {
  // All own tables begin with the same columns, which is all that is asked for here.
  const own = transaction as unknown as Transaction<Record<'own', OwnRow>>
  const name = table as string as 'own'
  const known = await own.selectFrom(name).select('person_id').where('journal_id', '=', row.journal_id).where('id', '=', row.id).executeTakeFirst()
  if (known && known.person_id !== row.person_id) throw new Failure('id-taken')
  if (known) return false
  const last = await own.selectFrom(name).select('number').where('journal_id', '=', row.journal_id).orderBy('number', 'desc').executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  if (number > atMost) throw new Failure('too-many-rows')
  await own
    .insertInto(name)
    .values({ ...row, number })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** A question about rows of a journal, for everybody who may read it. */
export function serveRowsOf<Input extends z.ZodType<{ id: JournalId }>, Output extends z.ZodType>(
  app: App,
  contract: Contract<Input, Output>,
  db: Kysely<Tables>,
  answer: (call: { readonly journal: JournalId; readonly person: PersonId }) => Promise<z.input<Output>>,
): void {
  serve(app, contract, async ({ input, person }) => {
    await requireMember(db, { journal: input.id, person, act: 'read' })
    return answer({ journal: input.id, person })
  })
}
