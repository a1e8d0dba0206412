/** How much one person, one network and one e-mail may ask. Counted in this process: with several nodes each allows as much. */
import { Failure } from '@tandem/shared/failure.ts'
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Limits } from '../limits/limits.ts'
import { networkOf } from './network.ts'
import { WindowCounter } from './window-counter.ts'

const MINUTE = 60_000

/** Each refuses with `too-many-requests`; a call is told in Retry-After how long to wait. */
export interface CallLimits {
  /** Any call of a person, or of a network while nobody is signed in. The answer says how many are left. */
  countCall(request: FastifyRequest, reply: FastifyReply, person: PersonId | undefined): void
  /** The opening of a connection, which is a call like any other. */
  countUpgrade(address: string, person: PersonId | undefined): void
  /** A call that makes or finds a person: sign-up, sign-in, an accepted invitation. */
  countSignIn(request: FastifyRequest, reply: FastifyReply): void
  /** Before a password is judged. */
  refuseGuessing(email: string, reply: FastifyReply): void
  countWrongPassword(email: string): void
}

export function createCallLimits(sizes: Pick<Limits, 'calls' | 'signIns' | 'failedSignIns'>, now: () => Millis): CallLimits {
  const calls = new WindowCounter({ max: sizes.calls, window: MINUTE })
  const signIns = new WindowCounter({ max: sizes.signIns, window: 10 * MINUTE })
  const wrongPasswords = new WindowCounter({ max: sizes.failedSignIns, window: 15 * MINUTE })

  const refuseWhenFull = (counter: WindowCounter, key: string, reply: FastifyReply) => {
    const wait = counter.waitOf(key, now())
    if (wait === 0) return
    reply.header('retry-after', String(Math.ceil(wait / 1000)))
    throw new Failure('too-many-requests')
  }
  const count = (counter: WindowCounter, key: string, reply: FastifyReply) => {
    refuseWhenFull(counter, key, reply)
    counter.count(key, now())
  }

  return {
    countCall: (request, reply, person) => {
      const key = person ?? networkOf(request.ip)
      const { left, endsIn } = calls.standingOf(key, now())
      // The names are those of the IETF's draft on rate limit headers.
      if (Number.isFinite(sizes.calls)) {
        reply.header('ratelimit-limit', String(sizes.calls))
        reply.header('ratelimit-remaining', String(Math.max(0, left - 1)))
        reply.header('ratelimit-reset', String(Math.ceil(endsIn / 1000)))
      }
      count(calls, key, reply)
    },
    countUpgrade: (address, person) => {
      const key = person ?? networkOf(address)
      if (calls.waitOf(key, now()) > 0) throw new Failure('too-many-requests')
      calls.count(key, now())
    },
    countSignIn: (request, reply) => count(signIns, networkOf(request.ip), reply),
    refuseGuessing: (email, reply) => refuseWhenFull(wrongPasswords, email, reply),
    countWrongPassword: (email) => wrongPasswords.count(email, now()),
  }
}
