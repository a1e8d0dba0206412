/** Keeps a damaged file of the front under another name when it is removed, for whoever wants to look for what is lost. */
import { closeSync, constants, copyFileSync, existsSync, fdatasyncSync, linkSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'

/**
 * Under the first free name: the numbers of files begin anew after a stop, so another one may have had the same. What is kept already is not kept again. Throws what
 * the disk says when it cannot be kept.
 */
export function keepAside(path: string): void {
  let kept = `${path}.damaged`
  for (let number = 2; existsSync(kept); number++) {
    if (isSameFile(path, kept)) return
    kept = `${path}.damaged-${number}`
  }
  try {
    linkSync(path, kept)
  } catch {
    // Not every file system knows two names of one file.
    copy(path, kept)
  }
}

/** One that was copied has the same bytes. */
function isSameFile(path: string, other: string): boolean {
  const [one, two] = [statSync(path), statSync(other)]
  if (one.ino === two.ino && one.dev === two.dev) return true
  return one.size === two.size && readFileSync(path).equals(readFileSync(other))
}

function copy(path: string, kept: string): void {
  try {
    copyFileSync(path, kept, constants.COPYFILE_EXCL)
    const descriptor = openSync(kept, 'r')
    try {
      fdatasyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    // Half of it would take the room, and be taken for all of it.
    rmSync(kept, { force: true })
    throw error
  }
}
