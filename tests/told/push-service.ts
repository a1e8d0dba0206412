/** A real push service on loopback, by https, and a browser's half of the keys: what arrives is read as a browser would (RFC 8291). A test says how it treats the next ones. */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:https'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { PushMessage, PushTarget } from '@tandem/shared/contracts/push.ts'
import { generate } from 'selfsigned'
import { onTestFinished } from 'vitest'

export interface Arrived {
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly message: PushMessage
  /** What the server says of itself, once its signature has been found right. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string }
}

/** A status to answer with, or `drop` to take the words and cut the line without an answer. */
export type PushMood = number | 'drop'

export interface PushService {
  readonly host: string
  readonly certificate: string
  readonly arrived: readonly Arrived[]
  /** How often words came in, taken or not. */
  readonly handedIn: number
  mood: PushMood
  retryAfter: string | undefined
  /** A browser's address here, and its keys. */
  subscribe(name: string): PushTarget
}

/** One for all services of a run: of two with one name only the first would be believed. */
let certified: Promise<{ readonly key: string; readonly cert: string }> | undefined

async function certify() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  })
  setDefaultCACertificates([...getCACertificates(), cert])
  return { key, cert }
}

export async function openPushService(): Promise<PushService> {
  const { key, cert } = await (certified ??= certify())
  const arrived: Arrived[] = []
  const browsers = new Map<string, Browser>()
  const box = { mood: 201 as PushMood, retryAfter: undefined as string | undefined, handedIn: 0 }
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      box.handedIn += 1
      if (box.mood === 'drop') {
        request.socket.destroy()
        return
      }
      const browser = browsers.get(request.url ?? '')
      const isTaken = box.mood < 300 && browser !== undefined
      if (isTaken) {
        const headers = request.headers as Arrived['headers']
        arrived.push({ path: request.url ?? '', headers, message: browser.read(Buffer.concat(chunks)), claims: readClaims(headers['authorization'] ?? '') })
      }
      response.writeHead(isTaken || box.mood >= 300 ? box.mood : 404, box.retryAfter === undefined ? {} : { 'retry-after': box.retryAfter })
      response.end(isTaken ? '' : 'not now')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The push service has no port.')
  const origin = `https://localhost:${address.port}`
  return Object.assign(box, {
    host: 'localhost',
    certificate: cert,
    arrived,
    subscribe: (name: string) => {
      const browser = makeBrowser()
      browsers.set(`/send/${name}`, browser)
      return { endpoint: `${origin}/send/${name}`, ...browser.keys }
    },
  })
}

interface Browser {
  readonly keys: { readonly p256dh: string; readonly auth: string }
  read(body: Buffer): PushMessage
}

function makeBrowser(): Browser {
  const [pair, auth] = [createECDH('prime256v1'), randomBytes(16)]
  const own = pair.generateKeys()
  return {
    keys: { p256dh: own.toString('base64url'), auth: auth.toString('base64url') },
    read: (body) => JSON.parse(decrypt(body, { own, auth, secretWith: (other) => pair.computeSecret(other) })) as PushMessage,
  }
}

interface Keys {
  readonly own: Buffer
  readonly auth: Buffer
  readonly secretWith: (other: Buffer) => Buffer
}

/** One record of aes128gcm (RFC 8188): salt, record size, the sender's public key, and the words with what fills them up. */
export function decrypt(body: Buffer, { own, auth, secretWith }: Keys): string {
  const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)]
  const sender = body.subarray(21, 21 + length)
  const sealed = body.subarray(21 + length)
  const derive = (from: Buffer, with_: Buffer, info: Buffer, bytes: number) => Buffer.from(hkdfSync('sha256', from, with_, info, bytes))
  const shared = derive(secretWith(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), own, sender]), 32)
  const opener = createDecipheriv(
    'aes-128-gcm',
    derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
  )
  opener.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}

/** Of `vapid t=…, k=…`: throws when the token is not signed with the key beside it. */
function readClaims(authorization: string): Arrived['claims'] {
  const [, head = '', body = '', signature = '', point = ''] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const bytes = Buffer.from(point, 'base64url')
  const [x, y] = [bytes.subarray(1, 33).toString('base64url'), bytes.subarray(33).toString('base64url')]
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  if (!verify('sha256', Buffer.from(`${head}.${body}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')))
    throw new Error('The signature is wrong.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Arrived['claims']
}
