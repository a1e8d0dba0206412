/** Fills a small filesystem to its last bytes, and gives the room back. */
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Ballast {
  /** Leaves so many bytes free, or fewer when others write meanwhile. */
  fill(leave: number): void
  free(): void
}

export function ballastIn(folder: string): Ballast {
  const path = join(folder, 'ballast')
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    fill: (leave) => {
      try {
        writeFileSync(path, new Uint8Array(Math.max(0, freeBytes() - leave)))
      } catch (error) {
        // Then it is full already, with what was written of the ballast.
        if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error
      }
    },
    free: () => rmSync(path, { force: true }),
  }
}
