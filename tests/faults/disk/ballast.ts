/** Fills a small filesystem to its last bytes, and gives the room back. */
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Ballast {
  /** Leaves so many bytes free. */
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
    fill: (leave) => writeFileSync(path, new Uint8Array(Math.max(0, freeBytes() - leave))),
    free: () => rmSync(path, { force: true }),
  }
}
