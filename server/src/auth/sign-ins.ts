/** Who stands behind a cookie or a bearer token, and the list of a person's sign-ins. */
import type { SignIn } from '@tandem/shared/contracts/me.ts'
import { Failure } from '@tandem/shared/failure.ts'
import type { PersonId, SignInId } from '@tandem/shared/ids.ts'
import type { SignedIn } from '../journals/access.ts'
import type { Auth } from './better-auth.ts'

/** The person behind a request; `undefined` without a sign-in that still stands. Writes nothing. */
export async function findSignedIn(auth: Auth, headers: Headers): Promise<SignedIn | undefined> {
  if (!headers.has('cookie') && !headers.has('authorization')) return undefined
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } })
  return found ? { signIn: found.session.id as SignInId, person: found.user.id as PersonId, name: found.user.name } : undefined
}

/** Prolongs a sign-in when it is due. Answers the cookies to set. */
export async function renewSignIn(auth: Auth, headers: Headers): Promise<string[]> {
  const { headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
  return answered.getSetCookie()
}

/** Whether the sign-in still stands. */
export async function isSignInAlive(auth: Auth, signIn: SignInId): Promise<boolean> {
  const { adapter } = await auth.$context
  const found = await adapter.findOne<{ expiresAt: Date }>({ model: 'session', where: [{ field: 'id', value: signIn }] })
  return found !== null && found.expiresAt.getTime() > Date.now()
}

/** A person's sign-ins that still stand, the latest used first. */
export async function listSignIns(auth: Auth, person: PersonId, current: SignInId): Promise<SignIn[]> {
  const { internalAdapter } = await auth.$context
  const sessions = await internalAdapter.listSessions(person, { onlyActiveSessions: true })
  return sessions
    .map((session) => ({
      id: session.id as SignInId,
      current: session.id === current,
      createdAt: session.createdAt.getTime(),
      lastUsedAt: session.updatedAt.getTime(),
      expiresAt: session.expiresAt.getTime(),
      browser: (session.userAgent ?? '').slice(0, 300),
    }))
    .toSorted((a, b) => b.lastUsedAt - a.lastUsedAt)
}

/** Ends a sign-in of this person. Refuses with `unknown-sign-in` when it is not theirs or has ended. */
export async function endSignIn(auth: Auth, person: PersonId, signIn: SignInId): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context
  const where = [
    { field: 'id', value: signIn },
    { field: 'userId', value: person },
  ]
  const session = await adapter.findOne<{ token: string }>({ model: 'session', where })
  if (!session) throw new Failure('unknown-sign-in')
  await internalAdapter.deleteSession(session.token)
}
