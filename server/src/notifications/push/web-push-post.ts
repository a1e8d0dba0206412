/** Hands messages to push services (RFC 8030), encrypted for the device (RFC 8291) and signed (RFC 8292). The only file that knows how. */
import { lookup } from 'node:dns'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { buildPushPayload } from '@block65/webcrypto-web-push'
import type { Millis } from '@tandem/shared/ids.ts'
import type { PushServices } from '../../config.ts'
import { isPrivate } from './private-address.ts'
import type { PushKeys } from './push-keys.ts'
import type { PushAddress, PushHandover, PushPost } from './push-message.ts'
import { isOfService } from './push-services.ts'
import { retryAfter } from './retry-after.ts'

export interface WebPushOptions {
  readonly keys: PushKeys
  /** Whom a push service may turn to, as an address of the web or of mail. */
  readonly contact: string
  readonly services: PushServices
  readonly now: () => Millis
  /** How long a service may be silent. */
  readonly patience?: Millis
}

/** What is a day old is the inbox's. */
const KEPT_SECONDS = 24 * 60 * 60
/** As much of an answer as anybody wants to read. */
const REASON_LENGTH = 300

export function webPushPost({ keys, contact, services, now, patience = 15_000 }: WebPushOptions): PushPost {
  const agent = new Agent({ keepAlive: true, timeout: patience })
  const stop = new AbortController()
  const asked = services.mayBePrivate ? {} : { lookup: publicOnly }

  const send = ({ endpoint }: PushAddress, { headers, body }: { headers: Record<string, string>; body: Uint8Array }) =>
    new Promise<PushHandover>((resolve) => {
      let hasGone = false
      // A redirect is not followed: it would lead to a host nobody has allowed.
      const call = request(endpoint, { method: 'POST', headers, agent, signal: AbortSignal.any([stop.signal, AbortSignal.timeout(patience)]), ...asked })
      call.once('finish', () => (hasGone = true))
      call.once('error', ({ message }) =>
        resolve(hasGone ? { kind: 'unclear', reason: message } : { kind: 'refused', isFinal: false, reason: message.slice(0, REASON_LENGTH) }),
      )
      call.once('response', (answer) => void judge(call, answer, now()).then(resolve))
      call.end(body)
    })

  return {
    hand: async (address, message) => {
      if (!isOfService(address.endpoint, services)) return { kind: 'gone' }
      const data = JSON.stringify(message)
      // Of one journal a push service keeps the newest for a device that is away.
      const options = { ttl: KEPT_SECONDS, urgency: 'normal', topic: message.journal.replaceAll('-', '') } as const
      const subscription = { endpoint: address.endpoint, expirationTime: null, keys: { p256dh: address.p256dh, auth: address.auth } }
      const payload = await buildPushPayload({ data, options }, subscription, { subject: contact, ...keys }).catch(() => undefined)
      // Keys that nothing can be encrypted for are of no browser.
      return payload ? send(address, payload) : { kind: 'gone' }
    },
    close: () => {
      stop.abort()
      agent.destroy()
    },
  }
}

async function judge(call: ClientRequest, answer: IncomingMessage, now: Millis): Promise<PushHandover> {
  const status = answer.statusCode ?? 0
  if (status >= 200 && status < 300) {
    answer.resume()
    return { kind: 'taken' }
  }
  const said = await readSome(answer)
  call.destroy()
  if (status === 404 || status === 410) return { kind: 'gone' }
  const isFinal = status < 500 && status !== 429 && status !== 408
  return { kind: 'refused', isFinal, reason: `${status} ${said}`.trim(), after: retryAfter(answer.headers['retry-after'], now) }
}

async function readSome(answer: IncomingMessage): Promise<string> {
  let said = ''
  try {
    for await (const chunk of answer.setEncoding('utf8')) {
      said += String(chunk)
      if (said.length >= REASON_LENGTH) break
    }
  } catch {
    // What has come by then will do.
  }
  return said.replaceAll(/\s+/gu, ' ').slice(0, REASON_LENGTH)
}

/** Asked when the connection is made, so that no name can lead to another address afterwards. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error) done(error, [])
    else if (!first || addresses.some(({ address }) => isPrivate(address))) done(new Error('The push service is in a private network.'), [])
    else if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}
