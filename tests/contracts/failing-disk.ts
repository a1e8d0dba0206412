/** Makes the disk fail under a file this process holds open, for real: its descriptor leads elsewhere. Linux only. */
import { closeSync, openSync, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

const DESCRIPTORS = '/proc/self/fd'

/** Ends the failure: what is written from then on arrives. */
type Heal = () => void

/** Writes seem to succeed and are lost, and fsync says so: what a disk does that dies between the two. */
export function failFsync(path: string): Heal {
  return fail(path, () => openSync('/dev/null', 'r+'))
}

/** Writes fail. */
export function failWrites(path: string): Heal {
  return fail(path, () => openSync('/dev/null', 'r'))
}

/** There is no room for another byte. */
export function fillDisk(path: string): Heal {
  return fail(path, () => openSync('/dev/full', 'r+'))
}

function fail(path: string, open: () => number): Heal {
  const descriptors = descriptorsOf(path)
  for (const descriptor of descriptors) lead(descriptor, open)
  return () => {
    for (const descriptor of descriptors) lead(descriptor, () => openSync(path, 'r+'))
  }
}

function descriptorsOf(path: string): number[] {
  const target = realpathSync(path)
  const found = readdirSync(DESCRIPTORS).filter((name) => linkOf(name) === target)
  if (found.length === 0) throw new Error(`${path} is not open.`)
  return found.map(Number)
}

/** The descriptor that listed the folder is gone by now and has no link. */
function linkOf(name: string): string | undefined {
  try {
    return readlinkSync(join(DESCRIPTORS, name))
  } catch {
    return undefined
  }
}

/** Frees the descriptor and opens until the system gives its number again. */
function lead(descriptor: number, open: () => number): void {
  closeSync(descriptor)
  const spare: number[] = []
  for (let opened = open(); opened !== descriptor; opened = open()) spare.push(opened)
  for (const each of spare) closeSync(each)
}
