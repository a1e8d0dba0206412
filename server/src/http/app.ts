/** The HTTP server as routes see it: Fastify, and what every call needs to know. Made by create-http.ts. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PersonId, SignInId } from '@tandem/shared/ids.ts'
import type { CallLimits } from './call-limits.ts'

/** The person a call is made by. */
export interface Caller {
  readonly signIn: SignInId
  readonly person: PersonId
  readonly name: string
}

export interface App extends FastifyInstance {
  /** Who makes a request, by cookie or bearer token. */
  findCaller(request: FastifyRequest): Promise<Caller | undefined>
  readonly limits: CallLimits
}
