/** better-auth's own calls under /api/auth. Only these are open; the others either need mail or would bypass what serve() checks. */
import { PersonName } from '@tandem/shared/contracts/invitations.ts'
import { Failure, type FailureCode } from '@tandem/shared/failure.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { codeOfInput } from '../http/input-refusals.ts'
import { type AuthAnswer, askBetterAuth } from './ask-better-auth.ts'
import { type Auth, PASSWORD_LENGTH } from './better-auth.ts'
import { isNoEmail } from './link-people.ts'
import { endSignIn } from './sign-ins.ts'

const Email = z
  .email()
  .max(254)
  .refine((email) => !isNoEmail(email))

// What passes: other fields are left out, so that nobody sets a column we did not think of.
const SignUp = z.object({ name: PersonName, email: Email, password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max) })
const SignIn = z.object({ email: Email, password: z.string().max(1000) })
const ChangePassword = z.object({ currentPassword: z.string().max(1000), newPassword: z.string().max(1000), revokeOtherSessions: z.boolean().optional() })
const Nothing = z.object({})

/** The open calls, for the table of who may call what. */
export const AUTH_PATHS = [
  { method: 'POST', path: '/api/auth/sign-up/email' },
  { method: 'POST', path: '/api/auth/sign-in/email' },
  { method: 'POST', path: '/api/auth/sign-out' },
  { method: 'GET', path: '/api/auth/get-session' },
  { method: 'POST', path: '/api/auth/change-password' },
  { method: 'POST', path: '/api/auth/revoke-other-sessions' },
] as const

type Name = (typeof AUTH_PATHS)[number]['path']
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export function serveAuth(app: App, auth: Auth): void {
  /** Who signs in where somebody is signed in takes their place: the sign-in that was there ends, and its tabs with it. */
  const tellAsSomebodyNew = async (answer: AuthAnswer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const before = answer.kind === 'answered' ? await app.findCaller(request) : undefined
    if (before) await endSignIn(auth, before.person, before.signIn)
    return tell(answer, reply)
  }

  const handlers: Readonly<Record<Name, Handler>> = {
    '/api/auth/sign-up/email': async (request, reply) => {
      app.limits.countSignIn(request, reply)
      const body = parse(SignUp, request)
      const answer = await askBetterAuth(auth, request, { path: 'sign-up/email', body })
      // Two people signing up with one e-mail at once: better-auth tells the second one's refused row as a failed write.
      if (answer.kind === 'refused' && answer.code === 'cannot-store' && (await isTaken(auth, body.email))) throw new Failure('email-taken')
      return tellAsSomebodyNew(answer, request, reply)
    },
    '/api/auth/sign-in/email': async (request, reply) => {
      app.limits.countSignIn(request, reply)
      const body = parse(SignIn, request, 'wrong-password')
      const email = body.email.toLowerCase()
      app.limits.refuseGuessing(email, reply)
      const answer = await askBetterAuth(auth, request, { path: 'sign-in/email', body })
      if (answer.kind === 'refused' && answer.code === 'wrong-password') app.limits.countWrongPassword(email)
      return tellAsSomebodyNew(answer, request, reply)
    },
    '/api/auth/sign-out': async (request, reply) => {
      // better-auth forgets the cookie even when its row could not be deleted; then the person would believe that they have signed out.
      const caller = await app.findCaller(request)
      if (caller) await endSignIn(auth, caller.person, caller.signIn)
      return tell(await askBetterAuth(auth, request, { path: 'sign-out', body: parse(Nothing, request) }), reply)
    },
    '/api/auth/get-session': async (request, reply) => tell(await askBetterAuth(auth, request, { path: 'get-session', body: undefined }), reply),
    '/api/auth/change-password': async (request, reply) => {
      app.limits.countSignIn(request, reply)
      return tell(await askBetterAuth(auth, request, { path: 'change-password', body: parse(ChangePassword, request) }), reply)
    },
    '/api/auth/revoke-other-sessions': async (request, reply) =>
      tell(await askBetterAuth(auth, request, { path: 'revoke-other-sessions', body: parse(Nothing, request) }), reply),
  }
  for (const { method, path } of AUTH_PATHS) {
    app.route({
      method,
      url: path,
      handler: async (request, reply) => {
        app.limits.countCall(request, reply, undefined)
        return handlers[path](request, reply)
      },
    })
  }
}

/** `forPassword` is told for a wrong password field: of one that somebody signs in with, nothing but right or wrong is told. */
function parse<Schema extends z.ZodType>(schema: Schema, request: FastifyRequest, forPassword?: FailureCode): z.output<Schema> {
  const parsed = schema.safeParse(request.body ?? {})
  if (parsed.success) return parsed.data
  const isPassword = parsed.error.issues[0]?.path[0] === 'password'
  throw new Failure((isPassword && forPassword) || codeOfInput(request.url, parsed.error))
}

function tell(answer: AuthAnswer, reply: FastifyReply): FastifyReply {
  if (answer.kind === 'refused') throw new Failure(answer.code)
  return answer.send(reply)
}

async function isTaken(auth: Auth, email: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context
  return (await internalAdapter.findUserByEmail(email)) !== null
}
