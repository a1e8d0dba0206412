/** What the one file of a backup holds comes out of it again, however much that is; what does not is never called a backup. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeArchive } from '@tandem/server/operations/archive/write-archive.ts'
import { takeBackup } from '@tandem/server/operations/backup.ts'
import { restoreBackup } from '@tandem/server/operations/restore.ts'
import { expect, test } from 'vitest'
import { startServer } from '../support/server.ts'
import { temporaryFolder } from './folder.ts'

test('a backup with a thousand files is restored with all of them', async () => {
  const folder = await temporaryFolder()
  const [dataDir, path, restored] = [join(folder, 'data'), join(folder, 'backup.tar'), join(folder, 'restored')]
  await (await startServer({ dataDir })).stop()
  await mkdir(join(dataDir, 'files'), { recursive: true })
  const names = Array.from({ length: 1000 }, () => `${crypto.randomUUID()}.${crypto.randomUUID()}`).toSorted()
  await Promise.all(names.map((name) => writeFile(join(dataDir, 'files', name), `the bytes of ${name}`)))
  await takeBackup({ dataDir, path, now: 0 })
  await restoreBackup({ dataDir: restored, path })
  expect((await readdir(join(restored, 'files'))).toSorted()).toEqual(names)
  const read = await Promise.all(names.map((name) => readFile(join(restored, 'files', name), 'utf8')))
  expect(read).toEqual(names.map((name) => `the bytes of ${name}`))
})

test('an archive that cannot be read back does not get its name, and leaves nothing behind', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'backup.tar')
  const contents = (name: string) => [{ name, from: Buffer.from('some words') }]
  await writeArchive({ path, contents: contents('words'), at: 0 })
  const whole = await readFile(path)
  // A header has room for a hundred letters.
  await expect(writeArchive({ path, contents: contents('n'.repeat(101)), at: 0 })).rejects.toThrow('the checksums do not fit')
  expect(await readdir(folder)).toEqual(['backup.tar'])
  expect((await readFile(path)).equals(whole)).toBe(true)
})
