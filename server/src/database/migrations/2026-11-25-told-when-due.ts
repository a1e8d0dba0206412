/** What falls due is looked for every few minutes, in all journals at once. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('open_actions_in_time')
    .on('projected_blocks')
    .column('due')
    .where(sql.ref('kind'), '=', 'action')
    .where(sql.ref('end'), 'is', null)
    .execute()
}
