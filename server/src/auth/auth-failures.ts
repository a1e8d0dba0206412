/** better-auth's refusals in our words. */
import type { FailureCode } from '@tandem/shared/failure.ts'

const CODES: Readonly<Record<string, FailureCode>> = {
  USER_ALREADY_EXISTS: 'email-taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email-taken',
  INVALID_EMAIL: 'email-invalid',
  INVALID_EMAIL_OR_PASSWORD: 'wrong-password',
  INVALID_PASSWORD: 'wrong-password',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'wrong-password',
  PASSWORD_TOO_SHORT: 'password-too-short',
  PASSWORD_TOO_LONG: 'password-too-long',
  // It tells nothing more of a failed write; a name or e-mail it would refuse was refused before.
  FAILED_TO_CREATE_USER: 'cannot-store',
  FAILED_TO_CREATE_SESSION: 'cannot-store',
  FAILED_TO_UPDATE_USER: 'cannot-store',
}

/** The failure behind an answer of better-auth that is not a success. */
export function codeOfAuth(status: number, body: unknown): FailureCode {
  const code = typeof body === 'object' && body !== null && 'code' in body ? CODES[String(body.code)] : undefined
  if (code) return code
  if (status === 401 || status === 403) return 'signed-out'
  if (status === 404) return 'unknown-route'
  if (status === 429) return 'too-many-requests'
  return status >= 500 ? 'cannot-store' : 'malformed-input'
}
