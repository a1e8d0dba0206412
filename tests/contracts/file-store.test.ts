/** Both file stores keep their promises: the folder, and an S3 endpoint that checks every signature. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStore } from '@tandem/server/files/folder-store.ts'
import { s3Store } from '@tandem/server/files/s3-store.ts'
import { expect, test } from 'vitest'
import { describeFileStore } from './file-store.ts'
import { startS3 } from './s3-endpoint.ts'

const KEYS = { region: 'eu-central-1', accessKey: 'tandem', secretKey: 'a secret of this test' }

describeFileStore('folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-files-'))
  return { store: folderStore(join(folder, 'files')), close: () => rm(folder, { recursive: true }) }
})

describeFileStore('S3', async () => {
  const endpoint = await startS3(KEYS)
  return { store: s3Store({ ...KEYS, url: endpoint.url }), close: endpoint.stop }
})

test('folder: nothing half written has a name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-files-'))
  await folderStore(folder).put('a', new Uint8Array(10))
  expect(await readdir(folder)).toEqual(['a'])
  await rm(folder, { recursive: true })
})

test('S3: with a wrong secret nothing is kept, and the refusal is thrown', async () => {
  const endpoint = await startS3(KEYS)
  const store = s3Store({ ...KEYS, secretKey: 'another', url: endpoint.url })
  await expect(store.put('a', new Uint8Array(3))).rejects.toThrow(/403/)
  await expect(store.get('a')).rejects.toThrow(/403/)
  await endpoint.stop()
})
