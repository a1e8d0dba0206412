/** What a backup writes beside its file until it is whole, and what an interrupted one leaves there: as large as the backup itself, and of use to nobody. */
import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Drawn once, for in a fresh container a process has the number of the one that was killed there before. */
const THIS_PROCESS = randomBytes(6).toString('hex')
let begun = 0

/** What the names of everything that one backup of this file writes begin with. No other backup uses it, in this process or another. */
export function draftOf(path: string): string {
  begun += 1
  return `${path}.${process.pid}-${THIS_PROCESS}-${begun}`
}

/** Those of a Tandem before the random part had none, and are removed too. */
const DRAFT = /^\.(\d+)(?:-([0-9a-f]+)-\d+)?\.(?:copy(?:-[a-z]+)*|partial)$/

/** Removes what processes that are gone began to write for this file. */
export async function removeLeftovers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const [, pid, drawn] = DRAFT.exec(name.startsWith(basename(path)) ? name.slice(basename(path).length) : '') ?? []
    if (pid === undefined) continue
    const isAtWork = Number(pid) === process.pid ? drawn === THIS_PROCESS : isRunning(Number(pid))
    if (!isAtWork) await rm(join(dirname(path), name), { force: true })
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
