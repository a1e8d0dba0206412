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

test('what a killed backup left is removed, whatever the number of its process; two at once leave each other alone', async () => {
  const folder = await temporaryFolder()
  const [dataDir, path] = [join(folder, 'data'), join(folder, 'backup.tar')]
  await (await startServer({ dataDir })).stop()
  // In a fresh container the next backup has the same number.
  for (const left of [`${process.pid}.partial`, `${process.pid}-0123456789ab-1.copy`, `${process.pid}-0123456789ab-1.partial`])
    await writeFile(`${path}.${left}`, '')
  const taken = await Promise.all([1, 2].map((now) => takeBackup({ dataDir, path, now })))
  expect(taken.map(({ manifest }) => manifest.takenAt)).toEqual(['1970-01-01T00:00:00.001Z', '1970-01-01T00:00:00.002Z'])
  expect((await readdir(folder)).toSorted()).toEqual(['backup.tar', 'data'])
})

test('an archive that cannot be read back does not get its name, and leaves nothing behind', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'backup.tar')
  const write = (name: string) => writeArchive({ path, partial: `${path}.partial`, contents: [{ name, from: Buffer.from('some words') }], at: 0 })
  await write('words')
  const whole = await readFile(path)
  // A header has room for a hundred letters.
  await expect(write('n'.repeat(101))).rejects.toThrow('the checksums do not fit')
  expect(await readdir(folder)).toEqual(['backup.tar'])
  expect((await readFile(path)).equals(whole)).toBe(true)
})
