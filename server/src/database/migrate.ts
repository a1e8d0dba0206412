/** Brings our tables to the newest shape. Migrations run in their order, once, each whole or not at all. better-auth brings its own tables; see auth. */
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as ground from './migrations/2026-11-23-ground.ts'
import * as commitments from './migrations/2026-11-25-commitments.ts'
import * as files from './migrations/2026-11-25-files.ts'
import * as plans from './migrations/2026-11-25-plans.ts'
import * as savedTemplates from './migrations/2026-11-25-saved-templates.ts'
import * as told from './migrations/2026-11-25-told.ts'
import * as projection from './migrations/2026-11-25-projection.ts'
import * as toldMail from './migrations/2026-11-25-told-mail.ts'
import * as seen from './migrations/2026-11-25-seen.ts'
import * as seenRows from './migrations/2026-11-25-words-in-margins-seen.ts'
import * as toldDue from './migrations/2026-11-25-told-when-due.ts'
import * as vouching from './migrations/2026-11-25-vouching.ts'
import * as toldChanges from './migrations/2026-11-25-told-with-changes.ts'
import * as wordsInMargins from './migrations/2026-11-25-words-in-margins.ts'
import * as commentActs from './migrations/2026-11-26-comment-acts.ts'
import * as toldByPush from './migrations/2026-11-26-told-by-push.ts'
import type { Tables } from './tables.ts'

/** By name, which is also their order. A published migration is never edited. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-23-ground': ground,
  '2026-11-25-commitments': commitments,
  '2026-11-25-files': files,
  '2026-11-25-plans': plans,
  '2026-11-25-saved-templates': savedTemplates,
  '2026-11-25-told': told,
  '2026-11-25-projection': projection,
  '2026-11-25-told-mail': toldMail,
  '2026-11-25-seen': seen,
  '2026-11-25-told-when-due': toldDue,
  '2026-11-25-vouching': vouching,
  '2026-11-25-told-with-changes': toldChanges,
  '2026-11-25-words-in-margins': wordsInMargins,
  '2026-11-25-words-in-margins-seen': seenRows,
  '2026-11-26-comment-acts': commentActs,
  '2026-11-26-told-by-push': toldByPush,
}

/** Runs what has not run yet; throws the first error, with everything before it kept. */
export async function migrateToLatest(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
}
