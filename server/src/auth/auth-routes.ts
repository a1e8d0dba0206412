/** better-auth's own calls under /api/auth. Only these are open; the others either need mail or would bypass what serve() checks. */
import { PersonName } from '@tandem/shared/contracts/invitations.ts'
import { Failure, type FailureCode } from '@tandem/shared/failure.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { codeOfInput } from '../http/input-refusals.ts'
import { refuse } from '../http/refusals.ts'
import { requestHeaders } from '../http/request-headers.ts'
import { codeOfAuth } from './auth-failures.ts'
import type { Auth } from './better-auth.ts'
import { isNoEmail } from './link-people.ts'

const Email = z
  .email()
  .max(254)
  .refine((email) => !isNoEmail(email))

const SignUp = z.object({ name: PersonName, email: Email, password: z.string().min(8).max(128) })
const SignIn = z.object({ email: Email, password: z.string().max(1000) })
const ChangePassword = z.object({ currentPassword: z.string().max(1000), newPassword: z.string(), revokeOtherSessions: z.boolean().optional() })

/** What passes: other fields are left out, so that nobody sets a column we did not think of. */
const CALLS = {
  'sign-up/email': { method: 'POST', body: SignUp, counts: true },
  'sign-in/email': { method: 'POST', body: SignIn, counts: true },
  'sign-out': { method: 'POST', body: z.object({}), counts: false },
  'get-session': { method: 'GET', body: undefined, counts: false },
  'change-password': { method: 'POST', body: ChangePassword, counts: true },
  'revoke-other-sessions': { method: 'POST', body: z.object({}), counts: false },
} as const satisfies Record<string, { method: 'GET' | 'POST'; body: z.ZodType | undefined; counts: boolean }>

/** Their paths, for the table of who may call what. */
export const AUTH_PATHS = Object.entries(CALLS).map(([path, { method }]) => ({ method, path: `/api/auth/${path}` }))

export function serveAuth(app: FastifyInstance, auth: Auth): void {
  const { limits } = app
  for (const [path, { method, body, counts }] of Object.entries(CALLS)) {
    app.route({
      method,
      url: `/api/auth/${path}`,
      handler: async (request, reply) => {
        limits.countCall(request, reply, undefined)
        if (counts) limits.countSignIn(request, reply)
        const input = body ? parseBody(body, request) : undefined
        const email = path === 'sign-in/email' ? (input as z.infer<typeof SignIn>).email.toLowerCase() : undefined
        if (email) limits.refuseGuessing(email, reply)
        const code = await forward(auth, { request, reply, path, body: input })
        if (code === undefined) return reply
        if (email && code === 'wrong-password') limits.countWrongPassword(email)
        return refuse(reply, await settle(auth, code, input))
      },
    })
  }
}

function parseBody(schema: z.ZodType, request: FastifyRequest): unknown {
  const parsed = schema.safeParse(request.body ?? {})
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path[0]
  // Of a password that somebody signs in with, nothing but right or wrong is told.
  throw new Failure(schema === SignIn && field === 'password' ? 'wrong-password' : codeOfInput(request.url, parsed.error))
}

interface Forwarded {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly path: string
  readonly body: unknown
}

/** Lets better-auth answer. Its success is sent as it is; of a refusal the code is returned and nothing is sent. */
async function forward(auth: Auth, { request, reply, path, body }: Forwarded): Promise<FailureCode | undefined> {
  const headers = requestHeaders(request)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const response = await auth.handler(
    new Request(`http://tandem.invalid/api/auth/${path}`, { method: request.method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
  )
  const answer = await response.text()
  if (!response.ok) return codeOfAuth(response.status, parseJson(answer))
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  const token = response.headers.get('set-auth-token')
  if (token) reply.header('set-auth-token', token)
  reply.type('application/json').send(answer)
  return undefined
}

/** Two people signing up with one e-mail at the same moment: the second one's row was refused, which better-auth tells as a failed write. */
async function settle(auth: Auth, code: FailureCode, input: unknown): Promise<FailureCode> {
  const signUp = SignUp.safeParse(input)
  if (code !== 'cannot-store' || !signUp.success) return code
  const { internalAdapter } = await auth.$context
  return (await internalAdapter.findUserByEmail(signUp.data.email)) ? 'email-taken' : code
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's or library's page instead of JSON: the status alone counts.
    return undefined
  }
}
