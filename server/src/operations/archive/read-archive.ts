/** Reads an archive that write-archive.ts wrote. What it gives is whole and unchanged, or it throws a DamagedArchive. */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { decodeTarHeader, fillingAfter, type Member, TAR_BLOCK } from './tar-header.ts'

/** The name of the member that ends an archive. */
export const SUMS_FILE = 'SHA256SUMS'

const CHUNK = 1024 * 1024

export class DamagedArchive extends Error {}

/** Where a member's content goes, in order; `end` once it is complete. */
export interface Sink {
  write(chunk: Buffer): Promise<void>
  end(): Promise<void>
}

/** Gives each member to the sink that `take` opens for it. Only when it resolves are they known to be what was written: until then nothing may rely on them. */
export async function readArchive(path: string, take: (member: Member) => Promise<Sink>): Promise<void> {
  const file = await open(path, 'r')
  try {
    const sums: string[] = []
    for (;;) {
      const member = decodeTarHeader(await readBlock(file, TAR_BLOCK))
      if (!member) throw new DamagedArchive('a member does not begin where it should')
      if (member.name === SUMS_FILE) {
        const computed = Buffer.from(sums.join(''))
        // First the length: a damaged one must not fill the memory.
        if (member.bytes !== computed.length || !(await readBlock(file, member.bytes)).equals(computed)) throw new DamagedArchive('the checksums do not fit')
        return
      }
      sums.push(`${await readMember(file, member, await take(member))}  ${member.name}\n`)
    }
  } finally {
    await file.close()
  }
}

async function readMember(file: FileHandle, { bytes }: Member, sink: Sink): Promise<string> {
  const hash = createHash('sha256')
  try {
    for (let left = bytes; left > 0; ) {
      const chunk = await readBlock(file, Math.min(left, CHUNK))
      hash.update(chunk)
      await sink.write(chunk)
      left -= chunk.length
    }
  } finally {
    await sink.end()
  }
  await readBlock(file, fillingAfter(bytes))
  return hash.digest('hex')
}

async function readBlock(file: FileHandle, length: number): Promise<Buffer> {
  const block = Buffer.alloc(length)
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(block, filled, length - filled)
    if (bytesRead === 0) throw new DamagedArchive('it ends too early')
    filled += bytesRead
  }
  return block
}
