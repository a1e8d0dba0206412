/** The token in a mail that stops these mails without a sign-in: whose mails and which, signed, so that nobody can make one for another. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { JournalId, PersonId } from '@tandem/shared/ids.ts'

export interface Subscription {
  readonly person: PersonId
  /** `null` for the digest. */
  readonly journal: JournalId | null
}

/** It never expires: a mail may be old when somebody has had enough. */
export function unsubscribeToken(secret: string, { person, journal }: Subscription): string {
  const body = Buffer.from(JSON.stringify([person, journal])).toString('base64url')
  return `${body}.${sign(secret, body)}`
}

/** `undefined` for anything this server has not signed. */
export function readUnsubscribeToken(secret: string, token: string): Subscription | undefined {
  const [body = '', signature = ''] = token.split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(secret, body))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const [person, journal] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [unknown, unknown]
  return { person: PersonId.parse(person), journal: journal === null ? null : JournalId.parse(journal) }
}

/** The secret also signs cookies: the purpose stands in what is signed, so that neither can pass for the other. */
function sign(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`tandem unsubscribe ${body}`).digest('base64url')
}
