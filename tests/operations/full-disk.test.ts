/** What a backup and a restore do where the room ends within what they write. */
import { readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeArchive } from '@tandem/server/operations/archive/write-archive.ts'
import { restoreBackup } from '@tandem/server/operations/restore.ts'
import { expect, onTestFinished, test } from 'vitest'
import { mountSmallDisk } from '../support/small-disk.ts'
import { temporaryFolder } from './folder.ts'

/** What a file system gives room in. */
const PAGE = 4096

/** What takes the rest. A restore takes it for a part of its lock, and the folder for empty. */
const FILLING = 'tandem.lock-filling'

/** A folder in which nothing has room but so many pages; `undefined` where none can be mounted. */
async function folderWithRoomFor(pages: number): Promise<string | undefined> {
  const disk = mountSmallDisk(1)
  if (!disk) return undefined
  onTestFinished(() => disk.unmount())
  const filling = join(disk.path, FILLING)
  await expect(writeFile(filling, Buffer.alloc(2 ** 20 + PAGE))).rejects.toMatchObject({ code: 'ENOSPC' })
  await truncate(filling, (await stat(filling)).size - pages * PAGE)
  return disk.path
}

test('an archive whose last bytes have no room is no archive', async () => {
  const folder = await folderWithRoomFor(2)
  if (folder === undefined) return
  // A header and words, a header and sums, and 1024 bytes that end an archive: half of them are on the third page.
  const words = Buffer.alloc(2 * PAGE - 512 * 4)
  const path = join(folder, 'backup.tar')
  const write = () => writeArchive({ path, partial: `${path}.partial`, contents: [{ name: 'words', from: words }], at: 0 })
  await expect(write()).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await readdir(folder)).toEqual([FILLING])
  await rm(join(folder, FILLING))
  expect(await write()).toBe(2 * PAGE + 512)
})

test('a restore says that there is no room, and leaves nothing', async () => {
  const dataDir = await folderWithRoomFor(3)
  if (dataDir === undefined) return
  const path = join(await temporaryFolder(), 'backup.tar')
  await writeArchive({ path, partial: `${path}.partial`, contents: [{ name: 'manifest.json', from: Buffer.alloc(5 * PAGE) }], at: 0 })
  await expect(restoreBackup({ dataDir, path })).rejects.toMatchObject({ code: 'ENOSPC' })
  expect((await readdir(dataDir)).toSorted()).toEqual(['tandem.lock', FILLING])
})
