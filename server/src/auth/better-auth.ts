/** better-auth, set up on our database: people, their sign-ins, and the accounts by which they sign in. */
import type { SignInId } from '@tandem/shared/ids.ts'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { bearer } from 'better-auth/plugins'
import type { Database } from '../database/database.ts'
import { hashInTurns } from './hash-in-turns.ts'
import { linkPeople } from './link-people.ts'

/** A sign-in lasts a year from its last renewal: who came by a link has nothing else to come back with. */
const SIGN_IN_SECONDS = 365 * 24 * 60 * 60
const RENEW_AFTER_SECONDS = 24 * 60 * 60

export const PASSWORD_LENGTH = { min: 8, max: 128 } as const

export interface AuthOptions {
  readonly database: Pick<Database, 'db' | 'kind'>
  readonly secret: string
  /** Cookies are sent over https only. */
  readonly secure: boolean
  /** Hears of library errors that no answer tells. */
  readonly onTrouble: (message: string) => void
  readonly onSignInEnded: (signIn: SignInId) => void
}

export type Auth = ReturnType<typeof createAuth>

export function createAuth({ database, secret, secure, onTrouble, onSignInEnded }: AuthOptions) {
  return betterAuth({
    appName: 'Tandem',
    // Only the path counts: no address is ever built from it.
    baseURL: 'http://tandem.invalid',
    basePath: '/api/auth',
    secret,
    // Without `transaction`: it would hash passwords inside one, and everybody's words wait for the one writer. See half-made-people.ts.
    database: { db: database.db, type: database.kind },
    user: { modelName: 'people', fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' } },
    session: {
      modelName: 'sign_ins',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: SIGN_IN_SECONDS,
      updateAge: RENEW_AFTER_SECONDS,
      // A cached cookie would stay valid after its sign-in has ended.
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    emailAndPassword: { enabled: true, minPasswordLength: PASSWORD_LENGTH.min, maxPasswordLength: PASSWORD_LENGTH.max, password: hashInTurns() },
    plugins: [bearer(), linkPeople()],
    databaseHooks: { session: { delete: { after: async (session) => onSignInEnded(session.id as SignInId) } } },
    // Our own hooks judge the Origin and count calls for every route alike; see http/.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'tandem',
      useSecureCookies: secure,
      database: { generateId: 'uuid' },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => onTrouble(message) },
  })
}

/** Makes or updates better-auth's tables. */
export async function migrateAuth(auth: Auth): Promise<void> {
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
}
