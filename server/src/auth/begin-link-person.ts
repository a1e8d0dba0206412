/** Makes and unmakes the people who come by a link. */
import type { PersonId } from '@tandem/shared/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { requestHeaders } from '../http/request-headers.ts'
import type { Auth } from './better-auth.ts'

/** A new person with a sign-in that nobody has been told yet. */
export async function beginLinkPerson(auth: Auth, request: FastifyRequest, name: string) {
  const { headers, response } = await auth.api.beginLinkPerson({ body: { name }, headers: requestHeaders(request), returnHeaders: true })
  return {
    person: response.person,
    signIn: (reply: FastifyReply) => {
      reply.header('set-cookie', headers.getSetCookie())
      const token = headers.get('set-auth-token')
      if (token) reply.header('set-auth-token', token)
    },
  }
}

/** Removes a person with all their sign-ins. */
export async function removePerson(auth: Auth, person: PersonId): Promise<void> {
  const { internalAdapter } = await auth.$context
  await internalAdapter.deleteUser(person)
}
