/** The secret that signs the cookies. */
import { randomBytes } from 'node:crypto'
import { keepSecret } from '../kept-secret.ts'

/** Throws a StartProblem when the folder cannot be used. */
export function loadSecret(dataDir: string): Promise<string> {
  return keepSecret(dataDir, {
    file: 'sign-in-secret',
    make: () => randomBytes(32).toString('base64url'),
    // An empty or cut file would sign cookies with next to nothing.
    isWhole: (secret) => secret.length >= 32,
    remedy: 'Delete it to have a new one made; everybody then has to sign in again.',
  })
}
