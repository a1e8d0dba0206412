/** How somebody who came by a link becomes somebody who can return from anywhere: the same person, now with an e-mail and a password. */
import { Failure } from '@tandem/shared/failure.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import type { Auth } from './better-auth.ts'
import { isNoEmail } from './link-people.ts'

/** The e-mail a person can sign in with; `undefined` until they have added one. */
export async function findKeptEmail(auth: Auth, person: PersonId): Promise<string | undefined> {
  const { internalAdapter } = await auth.$context
  const [user, accounts] = await Promise.all([internalAdapter.findUserById(person), internalAdapter.findAccounts(person)])
  return user && accounts.length > 0 ? user.email : undefined
}

/** Adds an e-mail and password. Refuses with `already-kept`, `email-taken` or `email-invalid`; nothing is changed then. */
export async function keepPerson(auth: Auth, person: PersonId, { email, password }: { readonly email: string; readonly password: string }): Promise<void> {
  const context = await auth.$context
  const { adapter, internalAdapter } = context
  const wanted = email.toLowerCase()
  if (isNoEmail(wanted)) throw new Failure('email-invalid')
  const user = await internalAdapter.findUserById(person)
  if (!user) throw new Failure('signed-out')
  if ((await internalAdapter.findAccounts(person)).length > 0) throw new Failure('already-kept')
  await refuseTakenEmail(auth, wanted, person)

  const hash = await context.password.hash(password)
  // The e-mail is changed only from what was read above: of two tabs keeping at once one succeeds.
  const where = [
    { field: 'id', value: person },
    { field: 'email', value: user.email },
  ]
  const changed = await adapter.updateMany({ model: 'user', where, update: { email: wanted } }).catch(async (error: unknown) => {
    await refuseTakenEmail(auth, wanted, person)
    throw error
  })
  if (changed === 0) throw new Failure('already-kept')
  await internalAdapter.linkAccount({ userId: person, providerId: 'credential', accountId: person, password: hash })
}

/** Refuses with `email-taken` when somebody else has this e-mail. */
async function refuseTakenEmail(auth: Auth, email: string, person: PersonId): Promise<void> {
  const { internalAdapter } = await auth.$context
  const holder = await internalAdapter.findUserByEmail(email)
  if (holder && holder.user.id !== person) throw new Failure('email-taken')
}
