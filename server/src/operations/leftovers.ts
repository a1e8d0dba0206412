/** What an interrupted backup leaves beside its file: as large as the backup itself, and of use to nobody. */
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Removes what processes that are gone began to write for this file. */
export async function removeLeftovers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const [, pid] = /^\.(\d+)\.(?:copy(?:-wal|-shm)?|partial)$/.exec(name.startsWith(basename(path)) ? name.slice(basename(path).length) : '') ?? []
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is running too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
