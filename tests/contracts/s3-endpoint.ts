/** A small S3 endpoint on this machine: keeps objects of one bucket in memory and refuses every request whose AWS Signature V4 or body's sum is not right. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface S3Keys {
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

interface S3Endpoint {
  /** Of the bucket. */
  readonly url: string
  /** How many objects are in it. */
  readonly size: () => number
  readonly stop: () => Promise<void>
}

export async function startS3(keys: S3Keys): Promise<S3Endpoint> {
  const objects = new Map<string, Buffer>()
  const answer = async (request: IncomingMessage): Promise<{ readonly status: number; readonly body?: Buffer | string }> => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    if (!isSigned(request, body, keys)) return { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' }
    const key = request.url ?? ''
    if (request.method === 'PUT') {
      objects.set(key, body)
      return { status: 200 }
    }
    const object = objects.get(key)
    return object ? { status: 200, body: object } : { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
  }
  const server = createServer((request, response) => void answer(request).then(({ status, body }) => response.writeHead(status).end(body)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`,
    size: () => objects.size,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer, { region, accessKey, secretKey }: S3Keys): boolean {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')
  const [, credential = '', signed = '', signature = ''] = parts ?? []
  const [key, day = '', ...scope] = credential.split('/')
  const sum = String(headers['x-amz-content-sha256'] ?? '')
  const isWhole = sum === 'UNSIGNED-PAYLOAD' ? method === 'GET' : sum === sha256(body)
  if (key !== accessKey || scope.join('/') !== `${region}/s3/aws4_request` || !isWhole || !signed.split(';').includes('host')) return false
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const request = [method, url, '', lines.join(''), signed, sum].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], [day, ...scope].join('/'), sha256(request)].join('\n')
  const signing = ['aws4_request'].reduce(hmac, hmac(hmac(hmac(`AWS4${secretKey}`, day), region), 's3'))
  return timingSafeEqual(Buffer.from(signature || '00'.repeat(32), 'hex'), createHmac('sha256', signing).update(text).digest())
}
