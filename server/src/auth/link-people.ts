/** People who came by a link: they have a name and this one browser's sign-in, and no e-mail until they add one. */
import { PersonName } from '@tandem/shared/contracts/invitations.ts'
import { type PersonId, type SignInId, newId } from '@tandem/shared/ids.ts'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** better-auth wants an e-mail of everybody. The top level domain `invalid` never exists (RFC 2606), so nobody's mail goes there. */
const NO_EMAIL = '@link.tandem.invalid'

/** Whether this is the stand-in for an e-mail, or one that nobody can have. */
export function isNoEmail(email: string): boolean {
  return email.toLowerCase().endsWith('.invalid')
}

/** A better-auth plugin with one endpoint, which only this server can call: a new person and their first sign-in. */
export function linkPeople() {
  return {
    id: 'link-people' as const,
    endpoints: {
      beginLinkPerson: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ name: PersonName }) }, async (context) => {
        const { internalAdapter } = context.context
        const user = await internalAdapter.createUser({ name: context.body.name, email: newId() + NO_EMAIL, emailVerified: false }, { method: 'link' })
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return { person: user.id as PersonId, signIn: session.id as SignInId, name: user.name }
      }),
    },
  }
}
