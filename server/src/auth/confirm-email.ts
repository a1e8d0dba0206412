/** That an e-mail is its person's: better-auth's own token, sent to the address, and what it brings back. */
import { Failure } from '@tandem/shared/failure.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { APIError, createEmailVerificationToken } from 'better-auth/api'
import type { Auth } from './better-auth.ts'

/** Long enough for a holiday; a new one can be asked for at any time. */
const LASTS_SECONDS = 14 * 24 * 60 * 60

/** Confirms this address for this person and no other. */
export function confirmToken(secret: string, { person, email }: { readonly person: PersonId; readonly email: string }): Promise<string> {
  return createEmailVerificationToken(secret, email, undefined, LASTS_SECONDS, { userId: person })
}

/** Twice is once. Refuses with `unknown-confirm-link` whatever this server has not signed, and what is too old. */
export async function confirmEmail(auth: Auth, token: string): Promise<void> {
  try {
    await auth.api.verifyEmail({ query: { token } })
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw new Failure('unknown-confirm-link')
    throw error
  }
}
