/** How a call that cannot be answered is told: always `{ code, message }` with the status of the catalogue. */
import { Failure, type FailureCode, failureKind } from '@tandem/shared/failure.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyReply {
    /** What it was refused with, for counting. */
    refusal?: FailureCode
  }
}

/** Answers with a code of the catalogue. */
export function refuse(reply: FastifyReply, code: FailureCode): FastifyReply {
  const { status, words } = failureKind(code)
  reply.refusal = code
  return reply.code(status).type('application/json').send({ code, message: words })
}

/** Makes an app tell every failure and every defect in our words. Told as `internal`, a defect is in the log under the answer's X-Request-Id. */
export function tellFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Failure, request, reply) => {
    const code = codeOf(error)
    const route = request.routeOptions.url
    const details = error instanceof Failure ? error.details : undefined
    if (code === 'internal') request.log.error({ err: error, route }, 'defect')
    else if (code === 'cannot-store') request.log.error({ details, route }, code)
    else request.log.debug({ code, details, route }, 'refused')
    return refuse(reply, code)
  })
}

function codeOf(error: FastifyError | Failure): FailureCode {
  return error instanceof Failure ? error.code : (codeOfFrameworkError(error) ?? 'internal')
}

/** What Fastify itself refuses: an unreadable body, a body too large, a path that is no path. */
export function codeOfFrameworkError(error: Pick<FastifyError, 'statusCode' | 'code'>): FailureCode | undefined {
  if (!error.code?.startsWith('FST_')) return undefined
  if (error.statusCode === 413) return 'body-too-large'
  return error.statusCode !== undefined && error.statusCode < 500 ? 'malformed-input' : undefined
}

/** For Fastify's `frameworkErrors`: what is refused before any route or error handler is known. */
export function tellFrameworkError(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void refuse(reply, codeOfFrameworkError(error) ?? 'internal')
}
