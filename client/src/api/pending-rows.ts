/** Server rows and pending commands as one. Pure. */
import type { PersonId } from '@tandem/shared/ids.ts'
import type { z } from 'zod'
import type { Command } from '../sync/outbox-command.ts'

interface Joining<Row> {
  readonly me: PersonId
  /** The field of a row that holds its id. */
  readonly id: keyof Row & string
  /** Reads what waited in the browser: it may be of an older program. */
  readonly row: z.ZodType<Row>
}

/** The rows, then what is pending and not among them, as the rows it will be. */
export function withPending<Row>(rows: readonly Row[], pending: readonly Command[], { me, id, row }: Joining<Row>): readonly Row[] {
  const known = new Set(rows.map((each) => each[id] as unknown))
  const added = pending.flatMap((command) => {
    const read = row.safeParse({ ...command.input, person: me, at: command.at })
    return read.success && !known.has(read.data[id]) ? [read.data] : []
  })
  return added.length > 0 ? [...rows, ...added] : rows
}

/** Rows by the block they are about, in their order. */
export function rowsByBlock<Row extends { readonly block: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const byBlock = new Map<string, Row[]>()
  for (const row of rows) {
    const known = byBlock.get(row.block)
    if (known) known.push(row)
    else byBlock.set(row.block, [row])
  }
  return byBlock
}
