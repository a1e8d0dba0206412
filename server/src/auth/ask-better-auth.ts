/** One call of better-auth, as if it had come over its own HTTP. */
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { requestHeaders } from '../http/request-headers.ts'
import { codeOfAuth } from './auth-failures.ts'
import type { Auth } from './better-auth.ts'

/** A refusal's code in our words, or an answer that can be sent. */
export type AuthAnswer =
  | { readonly kind: 'refused'; readonly code: FailureCode }
  | { readonly kind: 'answered'; readonly send: (reply: FastifyReply) => FastifyReply }

/** Calls `/api/auth/<path>` for whoever made the request. A body goes as JSON. */
export async function askBetterAuth(
  auth: Auth,
  request: FastifyRequest,
  { path, body }: { readonly path: string; readonly body: unknown },
): Promise<AuthAnswer> {
  const headers = requestHeaders(request)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const init = { method: request.method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await auth.handler(new Request(`http://tandem.invalid/api/auth/${path}`, init))
  const answer = await response.text()
  if (!response.ok) return { kind: 'refused', code: codeOfAuth(response.status, parseJson(answer)) }
  return {
    kind: 'answered',
    send: (reply) => {
      const cookies = response.headers.getSetCookie()
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      const token = response.headers.get('set-auth-token')
      if (token) reply.header('set-auth-token', token)
      return reply.type('application/json').send(answer)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A library's page instead of JSON: the status alone counts.
    return undefined
  }
}
