/** Files in a bucket of an S3 endpoint. Every request is signed; the bucket is never public. */
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { type FileStore, requireKey } from './file-store.ts'

export interface S3Options {
  /** The endpoint with the bucket as its path: `https://s3.example.org/tandem`. */
  readonly url: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

/** How long one request may take, in ms; each is tried three times. */
const PATIENCE = 20_000

export function s3Store({ url, region, accessKey, secretKey }: S3Options): FileStore {
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: 2 })
  const addressOf = (key: string) => `${url.replace(/\/$/, '')}/${requireKey(key)}`
  return {
    put: async (key, bytes) => {
      // The sum is signed along: a store that received other bytes refuses them.
      const headers = { 'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex') }
      const response = await client.fetch(addressOf(key), { method: 'PUT', body: new Uint8Array(bytes), headers, signal: AbortSignal.timeout(PATIENCE) })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`The file store answered ${response.status} to a file`)
    },
    get: async (key) => {
      const response = await client.fetch(addressOf(key), { signal: AbortSignal.timeout(PATIENCE) })
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`The file store answered ${response.status} to a request for a file`)
      return bytes
    },
  }
}
