/** Where a damaged file of the front stays, for whoever wants to look for what is lost. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frontFile } from '@tandem/server/log/front/front-files.ts'
import { keepAside } from '@tandem/server/log/front/keep-aside.ts'
import { expect, test } from 'vitest'
import { heldStore, killedNow } from './front-scene.ts'
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
