/** Files in a folder of the data folder: written beside, forced to the disk, then given their name at once. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '@tandem/shared/ids.ts'
import { type FileStore, requireKey } from './file-store.ts'

export function folderStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, requireKey(key))
  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const partial = join(folder, `.${newId()}.partial`)
      try {
        const file = await open(partial, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(partial, path)
        await syncFolder(folder)
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    get: async (key) => {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}

/** Makes the new name survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const file = await open(folder, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
