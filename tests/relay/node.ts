/** A relay of one's own, with limits and clock of the test's choice: real database, log, bus and sockets, but people who sign in by saying who they are. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inProcessBus } from '@tandem/server/bus/in-process-bus.ts'
import type { Bus } from '@tandem/server/bus/bus.ts'
import { type Clock, systemClock } from '@tandem/server/clock.ts'
import type { Database } from '@tandem/server/database/database.ts'
import type { Access, SignedIn } from '@tandem/server/journals/access.ts'
import { findAdmission } from '@tandem/server/journals/admissions.ts'
import { storeFirstEntry } from '@tandem/server/log/first-entry.ts'
import { createSnapshotter } from '@tandem/server/log/snapshotter.ts'
import { SqlLog } from '@tandem/server/log/sql-log.ts'
import type { UpdateLog } from '@tandem/server/log/update-log.ts'
import { createLogger } from '@tandem/server/operations/logger.ts'
import type { RelayLimits } from '@tandem/server/relay/limits.ts'
import { type Relay, startRelay } from '@tandem/server/relay/start-relay.ts'
import { type DocumentId, type JournalId, type Millis, newId, type PersonId, type SignInId } from '@tandem/shared/ids.ts'
import type { Role } from '@tandem/shared/roles.ts'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import type { TestJournal, TestPerson } from '../support/people.ts'
import type { TestClock } from '../support/test-clock.ts'
import { openWire, type WireClient, type WireOptions } from '../support/wire-client.ts'

export interface NodeOptions {
  readonly limits?: Partial<RelayLimits>
  /** How long the repair window is open. */
  readonly repairFor?: Millis
  readonly clock?: Clock
  readonly bus?: Bus
  /** Stands before the real log. */
  readonly wrapLog?: (log: UpdateLog) => UpdateLog
}

export interface RelayNode {
  readonly relay: Relay
  readonly bus: Bus
  readonly log: SqlLog
  /** Somebody who may join, under this node's address. */
  person(name: string): TestPerson
  join(person: TestPerson, journal: Pick<TestJournal, 'documentId'>, options?: WireOptions): Promise<WireClient>
  /** Ends a sign-in; nobody is told. */
  endSignIn(person: TestPerson): void
}

export async function startNode(
  database: Database,
  { limits, repairFor, clock = systemClock, bus = inProcessBus(fail), wrapLog = (log) => log }: NodeOptions = {},
): Promise<RelayNode> {
  const log = new SqlLog({ database, clock: systemClock })
  const snapshotter = createSnapshotter(log)
  const ended = new Set<string>()
  const access: Access = {
    findSignedIn: (headers) => Promise.resolve(signedInBy(headers.get('cookie') ?? '')),
    isSignInAlive: (signIn) => Promise.resolve(!ended.has(signIn)),
    findAdmission: (document, person) => findAdmission(database.db, { document, person }),
  }
  const server = createServer()
  const relay = startRelay({
    server,
    own: { publicUrl: undefined, host: '127.0.0.1' },
    countUpgrade: () => undefined,
    ...(repairFor === undefined ? {} : { repairFor }),
    log: wrapLog(log),
    snapshotter,
    access,
    bus,
    clock,
    logger: createLogger('silent'),
    ...(limits ? { limits } : {}),
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(async () => {
    await closeWhile(relay, clock)
    server.closeAllConnections()
    server.close()
    await snapshotter.close()
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    relay,
    bus,
    log,
    person: (name) => ({ id: name, name, address, cookie: name }),
    join: async (person, journal, options) => {
      const client = await openWire(person, journal, options)
      onTestFinished(() => client.close())
      await client.join()
      return client
    },
    endSignIn: (person) => void ended.add(person.id),
  }
}

/** A clock that a test moves stands still when the test is over, and stopping waits for it. */
async function closeWhile(relay: Relay, clock: Clock): Promise<void> {
  let isClosed = false
  const closing = relay.close().finally(() => {
    isClosed = true
  })
  await eventually('the relay is closed', () => {
    if ('move' in clock) (clock as TestClock).move(100)
    return isClosed
  })
  await closing
}

/** A journal with these people in it, its document holding an empty page of words. */
export async function addJournal({ db }: Database, roles: Readonly<Record<string, Role>>): Promise<TestJournal> {
  const journal = newId() as JournalId
  const document = newId() as DocumentId
  const seed = new Y.Doc()
  seed.getMap('meta').set('schema', 1)
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('journals')
      .values({ id: journal, title: 'Ana and Ben', created_by: 'ben' as PersonId, created_at: 1, archived_at: null })
      .execute()
    await transaction.insertInto('documents').values({ id: document, journal_id: journal, kind: 'journal', schema_version: 1, changed_at: 1 }).execute()
    const members = Object.entries(roles).map(([name, role], hue) => ({
      journal_id: journal,
      person_id: name as PersonId,
      seat: 'third' as const,
      role,
      hue,
      joined_at: 1,
      left_at: null,
    }))
    await transaction.insertInto('members').values(members).execute()
    const update = Y.encodeStateAsUpdate(seed)
    await storeFirstEntry(transaction, { document, author: 'tandem' as PersonId, at: 1, update, claims: [seed.clientID] })
  })
  return { id: journal, documentId: document }
}

/** A log that hands everything on to this one; a test puts its own methods over it. */
export function forward(log: UpdateLog): UpdateLog {
  return {
    append: (document, entry, ear) => log.append(document, entry, ear),
    readSince: (document, since) => log.readSince(document, since),
    findSnapshot: (document) => log.findSnapshot(document),
    saveSnapshot: (document, snapshot) => log.saveSnapshot(document, snapshot),
    loadOwners: (document) => log.loadOwners(document),
  }
}

function signedInBy(name: string): SignedIn | undefined {
  return name === '' ? undefined : { signIn: name as SignInId, person: name as PersonId, name }
}

function fail(defect: unknown): void {
  throw defect
}
