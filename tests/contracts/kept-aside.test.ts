/** Where a damaged file of the front stays, for whoever wants to look for what is lost. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frontFile } from '@tandem/server/log/front/front-files.ts'
import { keepAside } from '@tandem/server/log/front/keep-aside.ts'
import { expect, onTestFinished, test } from 'vitest'
import { mountSmallDisk } from '../support/small-disk.ts'
import { append, heldStore, killedNow } from './front-scene.ts'
import { temporaryFolder } from './store.ts'

/** Whatever this is, it is no file of the front. */
function damaged(letter: string): Buffer {
  return Buffer.alloc(10_000, letter)
}

function keptIn(dataDir: string): string[] {
  return readdirSync(dataDir)
    .filter((name) => name.includes('damaged'))
    .toSorted()
}

test('[L13] each damaged file is kept, also when the numbers of files began anew, and none twice', async () => {
  const first = await temporaryFolder()
  writeFileSync(frontFile(first, 1), damaged('a'))
  const stopped = await (await heldStore(first)).restart()
  expect(existsSync(frontFile(first, 1))).toBe(false)
  const second = await killedNow(stopped)
  writeFileSync(frontFile(second, 1), damaged('b'))
  await heldStore(second)
  // As a start does that finds the same file once more.
  keepAside(frontFile(second, 1))
  expect(keptIn(second)).toEqual(['tandem.db-front-1.damaged', 'tandem.db-front-1.damaged-2'])
  expect(keptIn(second).map((name) => readFileSync(join(second, name)).toString('latin1', 0, 1))).toEqual(['a', 'b'])
})

/** A data folder of four megabytes, whose first file of the front is damaged, and has its only name elsewhere; `undefined` where nothing can be mounted. */
async function folderWithoutLinks(bytes: Buffer): Promise<string | undefined> {
  const disk = mountSmallDisk(4)
  if (!disk) return undefined
  onTestFinished(() => disk.unmount())
  const elsewhere = join(await temporaryFolder(), 'damaged')
  writeFileSync(elsewhere, bytes)
  writeFileSync(frontFile(disk.path, 1), '')
  if (spawnSync('mount', ['--bind', elsewhere, frontFile(disk.path, 1)]).status !== 0) throw new Error('A file cannot be mounted.')
  onTestFinished(() => void spawnSync('umount', [frontFile(disk.path, 1)]))
  return disk.path
}

test('[L13] where a file cannot have two names, a copy of the damaged one is kept', async () => {
  const dataDir = await folderWithoutLinks(damaged('a'))
  if (dataDir === undefined) return
  const store = await heldStore(dataDir)
  expect(await append(store, await store.addDocument(), 'later')).toBe(1)
  keepAside(frontFile(dataDir, 1))
  expect(keptIn(dataDir)).toEqual(['tandem.db-front-1.damaged'])
  expect(readFileSync(join(dataDir, 'tandem.db-front-1.damaged'))).toEqual(damaged('a'))
  expect(store.troubles).toMatchObject([{ message: expect.stringContaining('is damaged at byte 0') as string }])
})

test('[L13] a damaged file that cannot be kept is told, and keeps nobody from writing', async () => {
  const dataDir = await folderWithoutLinks(Buffer.alloc(5_000_000, 'a'))
  if (dataDir === undefined) return
  const store = await heldStore(dataDir)
  expect(keptIn(dataDir)).toEqual([])
  const told = ['is damaged at byte 0', 'cannot be kept aside'].map((words) => ({ message: expect.stringContaining(words) as string }))
  expect(store.troubles).toMatchObject(told)
  expect(await append(store, await store.addDocument(), 'later')).toBe(1)
})
