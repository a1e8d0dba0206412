/** The keys by which push services know this server (RFC 8292). Browsers bind what they allow to them: with new keys everybody has to turn push on again. */
import { generateKeyPairSync } from 'node:crypto'
import { keepSecret } from '../../kept-secret.ts'

/** A point and a number of the curve P-256, in base64url. */
export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** Throws a StartProblem when the data folder cannot be used. */
export async function loadPushKeys(dataDir: string): Promise<PushKeys> {
  const kept = await keepSecret(dataDir, {
    file: 'push-keys',
    make: makeKeys,
    isWhole: (text) => findKeys(text) !== undefined,
    remedy: 'Delete it to have new ones made; everybody then has to turn push on again.',
  })
  return findKeys(kept) as PushKeys
}

function makeKeys(): string {
  const { x, y, d } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')])
  return `${point.toString('base64url')} ${d}`
}

function findKeys(text: string): PushKeys | undefined {
  const [, publicKey, privateKey] = /^(B[\w-]{86}) ([\w-]{43})$/.exec(text) ?? []
  return publicKey && privateKey ? { publicKey, privateKey } : undefined
}
