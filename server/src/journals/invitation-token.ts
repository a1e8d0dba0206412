/** The secret of an invitation link. Only its hash is stored: who reads the database cannot accept. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A plain hash is enough for a secret that cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
