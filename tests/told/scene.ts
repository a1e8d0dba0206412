/** The ground of the tests of being told: a real database with people and journals, whose time a test moves. */
import { confirmEmail } from '@tandem/server/auth/confirm-email.ts'
import { createAuth, migrateAuth } from '@tandem/server/auth/better-auth.ts'
import type { Database } from '@tandem/server/database/database.ts'
import { openDatabase } from '@tandem/server/database/open-database.ts'
import { createJournal } from '@tandem/server/journals/create-journal.ts'
import type { NewNotice } from '@tandem/server/notifications/tell.ts'
import { type DocumentId, type JournalId, newId, type PersonId } from '@tandem/shared/ids.ts'
import type { Role, Seat } from '@tandem/shared/roles.ts'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../contracts/store.ts'
import { type TestClock, testClock } from '../support/test-clock.ts'

/** Wednesday, 13 May 2026, 09:00 UTC. */
export const START = Date.UTC(2026, 4, 13, 9)

export interface ToldScene {
  readonly database: Database
  readonly db: Database['db']
  readonly clock: TestClock
  readonly dataDir: string
  readonly secret: string
  /** What the link of a confirming mail does. */
  confirm(token: string): Promise<void>
  /** A person with an e-mail, or with the stand-in of those who came by a link. */
  addPerson(name: string, email?: string, isConfirmed?: boolean): Promise<PersonId>
  /** A journal of this person. */
  addJournal(owner: PersonId, title?: string): Promise<{ readonly id: JournalId; readonly documentId: DocumentId }>
  join(journal: JournalId, person: PersonId, as?: { readonly seat?: Seat; readonly role?: Role }): Promise<void>
  leave(journal: JournalId, person: PersonId): Promise<void>
  /** Ends the process, as far as the data can tell, and opens the same data again. */
  restart(): Promise<void>
}

export async function toldScene(): Promise<ToldScene> {
  const dataDir = await temporaryFolder()
  const clock = testClock(START)
  const open = () => openDatabase({ dataDir, clock })
  let database = await open()
  onTestFinished(() => database.close())
  const secret = 'a secret that is long enough for a test'
  const authOf = (data: Database) => createAuth({ database: data, secret, secure: false, onTrouble: () => undefined, onSignInEnded: () => undefined })
  await migrateAuth(authOf(database))
  let hues = 0
  return {
    get database() {
      return database
    },
    get db() {
      return database.db
    },
    clock,
    dataDir,
    secret,
    confirm: (token) => confirmEmail(authOf(database), token),
    addPerson: async (name, email = `${newId()}@example.org`, isConfirmed = true) => {
      const { internalAdapter } = await authOf(database).$context
      const person = await internalAdapter.createUser({ name, email, emailVerified: isConfirmed }, { method: 'test' })
      return person.id as PersonId
    },
    addJournal: (owner, title = 'Ana and Ben') =>
      createJournal(database.db, { title, seat: 'mentor', template: 'blank', person: owner, now: clock.now(), atMost: 1000 }),
    join: async (journal, person, { seat = 'third', role = 'editor' } = {}) => {
      hues += 1
      const row = { journal_id: journal, person_id: person, seat, role, hue: hues, joined_at: clock.now(), left_at: null }
      await database.db
        .insertInto('members')
        .values(row)
        .onConflict((conflict) => conflict.columns(['journal_id', 'person_id']).doUpdateSet({ left_at: null }))
        .execute()
    },
    leave: async (journal, person) => {
      await database.db.updateTable('members').set({ left_at: clock.now() }).where('journal_id', '=', journal).where('person_id', '=', person).execute()
    },
    restart: async () => {
      await database.close()
      database = await open()
    },
  }
}

/** Something to tell; another thing every time. */
export function notice(of: Pick<NewNotice, 'person' | 'journal'> & Partial<NewNotice>): NewNotice {
  return { kind: 'comment', key: newId(), by: null, at: START, words: 'Two days is tight for me.', ...of }
}

/** Ben, whose journal it is, and Ana. */
export async function pairOf(scene: ToldScene) {
  const [ben, ana] = [await scene.addPerson('Ben', 'ben@example.org'), await scene.addPerson('Ana', 'ana@example.org')]
  const { id: journal, documentId } = await scene.addJournal(ben)
  await scene.join(journal, ana, { seat: 'mentee' })
  return { ben, ana, journal, documentId }
}
