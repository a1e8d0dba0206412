/** The HTTP server: everything that holds for every route. Routes are added by the features. */
import type { Server } from 'node:http'
import { newId } from '@tandem/shared/ids.ts'
import { Failure } from '@tandem/shared/failure.ts'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import type { App, Caller } from './app.ts'
import type { CallLimits } from './call-limits.ts'
import { type OwnAddress, isForeign } from './origin.ts'
import { tellFailures, tellFrameworkError } from './refusals.ts'
import { requestHeaders } from './request-headers.ts'
import { addSecurityHeaders } from './security-headers.ts'
import type { IsTrusted } from './trusted-proxies.ts'

export interface HttpOptions extends OwnAddress {
  readonly logger: Logger
  readonly limits: CallLimits
  readonly bodyBytes: number
  readonly isTrusted: IsTrusted
  readonly findSignedIn: (headers: Headers) => Promise<Caller | undefined>
}

export async function createHttp(options: HttpOptions): Promise<App> {
  const app: FastifyInstance = Fastify<Server>({
    loggerInstance: options.logger,
    // Its own request lines hold whole addresses, and with them the secrets of invitation links.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.isTrusted,
    bodyLimit: Math.min(options.bodyBytes, Number.MAX_SAFE_INTEGER),
    // Who sends a call this slowly is not writing one; a picture over a slow line takes a while.
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => newId(),
    requestIdHeader: false,
    frameworkErrors: tellFrameworkError,
    forceCloseConnections: true,
  })
  app.decorate('findCaller', (request: FastifyRequest) => options.findSignedIn(requestHeaders(request)))
  app.decorate('limits', options.limits)
  tellFailures(app)
  takeEmptyBodies(app)
  await addSecurityHeaders(app, { secure: options.publicUrl?.startsWith('https:') === true })
  refuseForeignPages(app, options)
  tellAndLog(app)
  return app as App
}

/** `fetch` with a JSON content type and no body is a call without input, not an error. */
function takeEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}

function refuseForeignPages(app: FastifyInstance, own: OwnAddress): void {
  app.addHook('onRequest', async (request) => {
    const isCall = request.url.startsWith('/api/') && request.method !== 'GET' && request.method !== 'HEAD'
    if (isCall && isForeign(request.headers, own, request.socket.localPort)) throw new Failure('foreign-origin')
  })
}

function tellAndLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern and never the address: addresses hold invitation tokens.
    const { method, routeOptions } = request
    request.log.debug({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
}
