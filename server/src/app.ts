/** Puts the server together: database, people, journals, relay, HTTP. Nothing else knows all of them. */
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { serveAcceptances } from './acceptances/acceptance-routes.ts'
import { createAuth, migrateAuth } from './auth/better-auth.ts'
import { beginLinkPerson, removePerson } from './auth/begin-link-person.ts'
import { serveAuth } from './auth/auth-routes.ts'
import { confirmEmail } from './auth/confirm-email.ts'
import { serveMe } from './auth/me-routes.ts'
import { removeHalfMadePeople } from './auth/half-made-people.ts'
import { loadSecret } from './auth/secret.ts'
import { findSignedIn, isSignInAlive } from './auth/sign-ins.ts'
import { inProcessBus } from './bus/in-process-bus.ts'
import { type Clock, systemClock } from './clock.ts'
import { serveComments } from './comments/comment-routes.ts'
import { serveCommitments } from './commitments/commitment-routes.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { openDatabase } from './database/open-database.ts'
import { serveFiles } from './files/file-routes.ts'
import { fileStoreOf } from './files/file-store-of.ts'
import { serveAnchors } from './goals/anchor-routes.ts'
import { serveCheckIns } from './goals/check-in-routes.ts'
import { createCallLimits } from './http/call-limits.ts'
import { serveClient } from './http/client-files.ts'
import { createHttp } from './http/create-http.ts'
import { listen } from './http/listen.ts'
import { addressOf, trustedProxies } from './http/trusted-proxies.ts'
import type { Access } from './journals/access.ts'
import { findAdmission } from './journals/admissions.ts'
import { type LinkPeople, serveInvitations } from './journals/invitation-routes.ts'
import { serveJournals } from './journals/journal-routes.ts'
import { servePlans } from './journals/plan-routes.ts'
import { serveTemplates } from './journals/template-routes.ts'
import { smtpPost } from './notifications/mail/smtp-post.ts'
import type { Running } from './notifications/keep-looking.ts'
import { startMail } from './notifications/mail/start-mail.ts'
import { loadPushKeys } from './notifications/push/push-keys.ts'
import { startPush } from './notifications/push/start-push.ts'
import { webPushPost } from './notifications/push/web-push-post.ts'
import { followJournals } from './notifications/sources/follow-journals.ts'
import { serveNotifications } from './notifications/serve-notifications.ts'
import { serveHealth } from './operations/health-routes.ts'
import { compactAfterSnapshots } from './log/compact-after-snapshots.ts'
import { compact } from './log/compaction.ts'
import { FrontedLog } from './log/fronted-log.ts'
import { createSnapshotter } from './log/snapshotter.ts'
import { createLogger } from './operations/logger.ts'
import { serveCatchUp } from './catch-up/catch-up-routes.ts'
import { serveTouched } from './gathered/touched.ts'
import { serveMyActions } from './gathered/my-actions.ts'
import { countCalls } from './operations/metrics/count-calls.ts'
import { measureCommits } from './operations/metrics/measure-commits.ts'
import { serveMetrics } from './operations/metrics/metrics-routes.ts'
import { watchLoop } from './operations/metrics/watch-loop.ts'
import { startProjection } from './projection/start-projection.ts'
import { startRelay } from './relay/start-relay.ts'

export interface RunningApp {
  /** Where it listens, as a browser on this machine would open it. */
  readonly address: string
  readonly port: number
  /** Drains: commits and acknowledges what has arrived, tells everybody to come back later, then gives everything back. */
  close(): Promise<void>
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
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
  const now = () => clock.now()
  const bus = inProcessBus((error) => logger.error({ err: error }, 'a listener of the bus failed'))
  const secret = await loadSecret(config.dataDir)
  const auth = createAuth({
    database,
    secret,
    secure: config.publicUrl?.startsWith('https:') === true,
    onTrouble: (message) => logger.warn({ part: 'better-auth' }, message),
    onSignInEnded: (signIn) => bus.publish({ kind: 'sign-in-ended', signIn }),
  })
  await migrateAuth(auth)
  await removeHalfMadePeople(auth, db, now())

  if (!config.publicUrl && !LOOPBACK.includes(config.host))
    logger.warn({ host: config.host }, 'PUBLIC_URL is not set: pages opened from another machine are refused as foreign')
  const limits = createCallLimits(config.limits, now)
  const isTrusted = trustedProxies(config.trustedProxies)
  const { bodyBytes } = config.limits
  const app = await createHttp({ ...config, logger, limits, bodyBytes, isTrusted, findSignedIn: (headers) => findSignedIn(auth, headers) })
  const calls = countCalls(app)
  const commits = measureCommits()
  const store = new FrontedLog({
    dataDir: config.dataDir,
    database,
    clock,
    onTrouble: (trouble) => logger.warn({ err: trouble }, 'the front of the log is in trouble'),
    watch: commits.watch,
  })
  // What a killed process left in front of the tables; while they cannot be written it stays there and is read from there.
  await store.move().catch((error: unknown) => logger.warn({ err: error }, 'the front of the log could not be moved yet'))
  let isStopping = false
  serveHealth(app, { isStopping: () => isStopping, canStore: async () => !commits.areFailing() && !store.isBehind && (await database.canStore()) })
  serveAuth(app, auth)
  serveMe(app, auth)
  serveJournals(app, { db, bus, now, limits: config.limits, whenWritten: () => store.whenWritten() })
  servePlans(app, { db, now })
  serveTemplates(app, { db, now, limits: config.limits })
  const linkPeople: LinkPeople = { begin: (request, name) => beginLinkPerson(auth, request, name), undo: (person) => removePerson(auth, person) }
  serveInvitations(app, { db, bus, now, limits: config.limits, own: config, invitationDays: config.invitationDays, linkPeople })
  const pushKeys = config.push.hosts.length > 0 ? await loadPushKeys(config.dataDir) : undefined
  await serveNotifications(app, {
    db,
    now,
    secret,
    canMail: config.smtpUrl !== undefined,
    confirm: (token) => confirmEmail(auth, token),
    pushKey: pushKeys?.publicKey ?? null,
    pushServices: config.push,
  })
  const rowParts = { db, bus, now, limits: config.limits }
  for (const serveRows of [serveCommitments, serveAcceptances, serveCheckIns, serveAnchors, serveComments]) serveRows(app, rowParts)
  serveFiles(app, { db, now, limits: config.limits, store: fileStoreOf(config) })
  await serveClient(app, CLIENT)

  const access: Access = {
    findSignedIn: (headers) => findSignedIn(auth, headers),
    isSignInAlive: (signIn) => isSignInAlive(auth, signIn),
    findAdmission: (document, person) => findAdmission(db, { document, person }),
  }
  const snapshotter = createSnapshotter(store, (document, told) =>
    logger.error({ document, ...told }, 'a log holds updates that break its document; they are not in its snapshot'),
  )
  const log = compactAfterSnapshots(store, {
    compact: (document) => compact(document, now(), { database, merge: snapshotter.merge }),
    onTrouble: (trouble) => logger.warn({ err: trouble }, 'a log could not be compacted'),
  })
  const relay = startRelay({
    server: app.server,
    own: config,
    countUpgrade: (request, person) => limits.countUpgrade(addressOf(request, isTrusted), person),
    limits: config.limits,
    repairFor: config.repairMinutes * 60_000,
    log,
    snapshotter,
    access,
    bus,
    clock,
    logger,
  })
  const projection = startProjection({ database, log, bus, clock, logger })
  serveMyActions(app, { db, settle: projection.settle })
  serveTouched(app, db)
  serveCatchUp(app, { db, bus, now, catchUp: projection.catchUp })
  const following = followJournals({ db, bus, clock, onTrouble: (err) => logger.error({ err }, 'people could not be told of what a journal shows') })
  const loop = watchLoop()
  serveMetrics(
    app,
    { token: config.metricsToken, isBehindProxy: config.publicUrl !== undefined || config.trustedProxies.length > 0 },
    { relay: relay.counters, calls, commitLatency: commits.latency, loop, dataDir: config.dataDir, front: store },
  )
  let mail: Running | undefined
  let push: Running | undefined
  const close = async () => {
    isStopping = true
    logger.info('stopping')
    // First the relay: what people wrote is committed while everything still runs.
    await relay.close()
    await app.close()
    await mail?.close()
    await push?.close()
    await projection.close()
    await following.close()
    await log.settle()
    await snapshotter.close()
    await store.close()
    loop.stop()
    await database.close()
    logger.info('stopped')
  }
  try {
    const listening = await listen(app, config)
    logger.info({ port: listening.port }, 'started')
    if (config.smtpUrl !== undefined) {
      mail = startMail({
        db,
        clock,
        post: smtpPost({ url: config.smtpUrl, from: { name: 'Tandem', address: config.mailFrom } }),
        origin: config.publicUrl ?? listening.address,
        secret,
        onTrouble: ({ mail: id, reason }) => logger.warn({ part: 'mail', mail: id, err: reason }, 'a mail was not handed in'),
      })
    }
    if (pushKeys) {
      push = startPush({
        db,
        clock,
        post: webPushPost({
          keys: pushKeys,
          contact: config.publicUrl?.startsWith('https:') ? config.publicUrl : `mailto:${config.mailFrom}`,
          services: config.push,
          now,
        }),
        isSignInAlive: (signIn) => isSignInAlive(auth, signIn),
        onTrouble: ({ push: id, reason }) => logger.warn({ part: 'push', push: id, err: reason }, 'a message was not handed to a push service'),
      })
    }
    return { ...listening, close }
  } catch (error) {
    await relay.close()
    await app.close()
    await projection.close()
    await following.close()
    await snapshotter.close()
    await store.close()
    throw error
  }
}
