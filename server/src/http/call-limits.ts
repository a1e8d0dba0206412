/** How much one person, one network and one e-mail may ask. Counted in this process: with several nodes each allows as much. */
import { Failure } from '@tandem/shared/failure.ts'
import type { Millis, PersonId } from '@tandem/shared/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from './network.ts'
import { WindowCounter } from './window-counter.ts'

const MINUTE = 60_000

/** As in the configuration; 0 lifts a limit. */
export interface LimitSizes {
  readonly signIns: number
  readonly failedSignIns: number
  readonly calls: number
}

/** Each refuses with `too-many-requests` and says in Retry-After how long to wait. */
export interface CallLimits {
  /** Any call of a person, or of a network while nobody is signed in. */
  countCall(request: FastifyRequest, reply: FastifyReply, person: PersonId | undefined): void
  /** A call that makes or finds a person: sign-up, sign-in, an accepted invitation. */
  countSignIn(request: FastifyRequest, reply: FastifyReply): void
  /** Before a password is judged. */
  refuseGuessing(email: string, reply: FastifyReply): void
  countWrongPassword(email: string): void
}

export function createCallLimits(sizes: LimitSizes, now: () => Millis): CallLimits {
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
    countCall: (request, reply, person) => count(calls, person ?? networkOf(request.ip), reply),
    countSignIn: (request, reply) => count(signIns, networkOf(request.ip), reply),
    refuseGuessing: (email, reply) => refuseWhenFull(wrongPasswords, email, reply),
    countWrongPassword: (email) => wrongPasswords.count(email, now()),
  }
}
