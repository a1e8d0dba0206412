/** Puts the server together: database, people, journals, relay, HTTP. Nothing else knows all of them. */
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { createAuth, migrateAuth } from './auth/better-auth.ts'
import { beginLinkPerson, removePerson } from './auth/begin-link-person.ts'
import { serveAuth } from './auth/auth-routes.ts'
import { serveMe } from './auth/me-routes.ts'
import { loadSecret } from './auth/secret.ts'
import { findSignedIn, isSignInAlive } from './auth/sign-ins.ts'
import { inProcessBus } from './bus/in-process-bus.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { openDatabase } from './database/open-database.ts'
import { createCallLimits } from './http/call-limits.ts'
import { serveClient } from './http/client-files.ts'
import { createHttp } from './http/create-http.ts'
import type { Access } from './journals/access.ts'
import { findAdmission } from './journals/admissions.ts'
import { serveInvitations } from './journals/invitation-routes.ts'
import { serveJournals } from './journals/journal-routes.ts'
import { serveHealth } from './operations/health-routes.ts'
import { createLogger } from './operations/logger.ts'
import { StartProblem } from './start-problem.ts'

export interface RunningApp {
  /** Where it listens, as a browser on this machine would open it. */
  readonly address: string
  readonly port: number
  /** Drains: commits and acknowledges what has arrived, tells everybody to come back later, then gives everything back. */
  close(): Promise<void>
}

const CLIENT = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** Starts the whole server. Throws a StartProblem when it cannot start for a reason its operator can mend. */
export async function startApp(config: Config): Promise<RunningApp> {
  const logger = createLogger(config.logLevel)
  const clock = systemClock
  const database = await openDatabase({ dataDir: config.dataDir, clock })
  try {
    return await startOn(database, { config, logger, clock })
  } catch (error) {
    await database.close()
    throw error
  }
}

interface Outside {
  readonly config: Config
  readonly logger: Logger
  readonly clock: Clock
}

async function startOn(database: Database, { config, logger, clock }: Outside): Promise<RunningApp> {
  const { db } = database
  const bus = inProcessBus((error) => logger.error({ err: error }, 'a listener of the bus failed'))
  const auth = createAuth({
    db,
    secret: await loadSecret(config.dataDir),
    secure: config.publicUrl?.startsWith('https:') === true,
    onTrouble: (message) => logger.warn({ part: 'better-auth' }, message),
    onSignInEnded: (signIn) => bus.publish({ kind: 'sign-in-ended', signIn }),
  })
  await migrateAuth(auth)

  const access: Access = {
    findSignedIn: (headers) => findSignedIn(auth, headers),
    isSignInAlive: (signIn) => isSignInAlive(auth, signIn),
    findAdmission: (document, person) => findAdmission(db, { document, person }),
  }
  const app = await createHttp({ ...config, logger, limits: createCallLimits(config.limits, clock.now), findSignedIn: access.findSignedIn })
  serveHealth(app, database.canStore)
  serveAuth(app, auth)
  serveMe(app, auth)
  const parts = { db, bus, now: clock.now }
  serveJournals(app, parts)
  const linkPeople = { begin: beginLinkPerson.bind(undefined, auth), undo: removePerson.bind(undefined, auth) }
  serveInvitations(app, { ...parts, own: config, invitationDays: config.invitationDays, linkPeople })
  await serveClient(app, CLIENT)

  await listen(app, config)
  return {
    ...addressOf(app, config.host),
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new StartProblem(`Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to another number.`, error)
    if (code === 'EACCES') throw new StartProblem(`Port ${port} may not be used by this account. Set PORT to a number above 1023.`, error)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartProblem(`HOST must be an address of this machine, not "${host}".`, error)
    throw error
  }
}

function addressOf(app: FastifyInstance, host: string): { address: string; port: number } {
  const bound = app.server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.')
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return { address: `http://${name}:${bound.port}`, port: bound.port }
}
