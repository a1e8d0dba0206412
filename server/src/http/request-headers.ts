/** A request's headers as the standard `Headers`, which is what everything outside this folder takes. */
import type { FastifyRequest } from 'fastify'

/** Only what tells who asks. Forwarding headers stay out: whoever reads them must go by the list of trusted proxies. */
const KEPT = ['cookie', 'authorization', 'user-agent'] as const

export function requestHeaders({ headers }: Pick<FastifyRequest, 'headers'>): Headers {
  const kept = new Headers()
  for (const name of KEPT) {
    const value = headers[name]
    if (value) kept.set(name, value)
  }
  return kept
}
