/** Writes a backup's one file: a tar of plain files that ends with their SHA-256 sums, so that `tar x` and `sha256sum -c` can check it too. */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readArchive, type Sink, SUMS_FILE } from './read-archive.ts'
import { encodeTarHeader, fillingAfter, TAR_BLOCK } from './tar-header.ts'

export interface Content {
  readonly name: string
  /** The bytes themselves, or the path of the file that holds them and does not change meanwhile. */
  readonly from: Buffer | string
}

export interface ArchiveOptions {
  /** Replaced at once when everything is on the disk, never half written. */
  readonly path: string
  /** Where it is written until then: beside it, where nothing is. */
  readonly partial: string
  readonly contents: readonly Content[]
  readonly at: number
}

/** Resolves with the number of bytes when the whole archive is on the disk under its name, and was read back. Readable by its owner only, for it holds secrets. */
export async function writeArchive({ path, partial, contents, at }: ArchiveOptions): Promise<number> {
  const file = await open(partial, 'wx', 0o600)
  try {
    const sums: string[] = []
    for (const { name, from } of contents) sums.push(`${await writeMember(file, { name, from }, at)}  ${name}\n`)
    await writeMember(file, { name: SUMS_FILE, from: Buffer.from(sums.join('')) }, at)
    await file.writeFile(Buffer.alloc(2 * TAR_BLOCK))
    await file.sync()
    const { size } = await file.stat()
    await file.close()
    // What cannot be restored must not take the place of an older one that can.
    await readArchive(partial, async () => DROP)
    await rename(partial, path)
    await syncFolder(dirname(path))
    return size
  } catch (error) {
    await file.close()
    await rm(partial, { force: true })
    throw error
  }
}

/** For who reads an archive only to learn whether it is whole. */
const DROP: Sink = { write: () => Promise.resolve(), end: () => Promise.resolve() }

/** Makes names that were given in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Returns the SHA-256 of the content, as hexadecimal digits. `writeFile` goes on until everything is written: a nearly full disk takes a part, and `write` calls that done. */
async function writeMember(file: FileHandle, { name, from }: Content, at: number): Promise<string> {
  const bytes = typeof from === 'string' ? (await stat(from)).size : from.length
  await file.writeFile(encodeTarHeader({ name, bytes }, at))
  const hash = createHash('sha256')
  let written = 0
  for await (const chunk of typeof from === 'string' ? (createReadStream(from) as AsyncIterable<Buffer>) : [from]) {
    hash.update(chunk)
    await file.writeFile(chunk)
    written += chunk.length
  }
  if (written !== bytes) throw new Error(`${name} changed while it was read`)
  await file.writeFile(Buffer.alloc(fillingAfter(bytes)))
  return hash.digest('hex')
}
