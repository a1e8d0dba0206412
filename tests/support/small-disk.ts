/** A file system of a few megabytes that can be filled up. Linux and root only. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly path: string
  unmount(): void
}

/** Mounts one in memory; `undefined`, and a loud line, where this account may not. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'tandem-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', path])
  if (mounted.status !== 0) {
    rmdirSync(path)
    console.log('!!! No file system can be mounted here (that needs Linux and root): what a full disk does is not shown.')
    return undefined
  }
  return {
    path,
    unmount: () => {
      spawnSync('umount', [path])
      rmdirSync(path)
    },
  }
}
