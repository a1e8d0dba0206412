/** Who may read the metrics. They hold no words and no names, but how much a journal server is used is nobody else's business. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface MetricsGuard {
  readonly token: string | undefined
  /** Behind a proxy every request seems to come from this machine, so that proves nothing. */
  readonly isBehindProxy: boolean
}

export interface MetricsReader {
  /** The other end of the socket, whatever headers say. */
  readonly peer: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** With a token whoever has it; without one only programs of this machine, and nobody where a proxy is configured. */
export function mayReadMetrics({ token, isBehindProxy }: MetricsGuard, { peer, headers }: MetricsReader): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined || headers.via !== undefined
  return !isBehindProxy && !isForwarded && isLoopback(peer)
}

function isLoopback(peer: string | undefined): boolean {
  return peer !== undefined && (peer === '::1' || /^(::ffff:)?127\./.test(peer))
}

/** Takes as long for every wrong answer. */
function isSame(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}
