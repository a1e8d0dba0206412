/** The 512 bytes before each member of a tar archive: just enough for plain files, so that a backup can be opened with everyday tools. */
import { Buffer } from 'node:buffer'

export interface Member {
  readonly name: string
  readonly bytes: number
}

/** A member's content is filled up to a multiple of this. */
export const TAR_BLOCK = 512

const SIZE = { at: 124, length: 12 }
const SUM = { at: 148, length: 8 }
/** Twelve characters hold no more than this in octal digits; above, the size is written in binary as GNU tar does. */
const OCTAL_LIMIT = 8 ** 11

/** `modifiedAt` in milliseconds. The name has at most 100 ASCII characters. */
export function encodeTarHeader({ name, bytes }: Member, modifiedAt: number): Buffer {
  const header = Buffer.alloc(TAR_BLOCK)
  header.write(name, 0, 100, 'ascii')
  header.write('0000600\0', 100, 'ascii')
  header.write('0000000\0', 108, 'ascii')
  header.write('0000000\0', 116, 'ascii')
  if (bytes < OCTAL_LIMIT) header.write(`${octal(bytes, 11)}\0`, SIZE.at, 'ascii')
  else {
    header[SIZE.at] = 0x80
    header.writeBigUInt64BE(BigInt(bytes), SIZE.at + 4)
  }
  header.write(`${octal(Math.floor(modifiedAt / 1000), 11)}\0`, 136, 'ascii')
  header.write('0', 156, 'ascii')
  header.write('ustar\x0000', 257, 'ascii')
  header.write(`${octal(sumOf(header), 6)}\0 `, SUM.at, 'ascii')
  return header
}

/** The member a header announces; `undefined` when these bytes are no header of a plain file. */
export function decodeTarHeader(header: Buffer): Member | undefined {
  if (header.length !== TAR_BLOCK || header.toString('ascii', 257, 262) !== 'ustar' || header[156] !== 0x30) return undefined
  if (Number.parseInt(textAt(header, SUM.at, SUM.length), 8) !== sumOf(header)) return undefined
  const bytes = header[SIZE.at] === 0x80 ? Number(header.readBigUInt64BE(SIZE.at + 4)) : Number.parseInt(textAt(header, SIZE.at, SIZE.length), 8)
  return Number.isSafeInteger(bytes) ? { name: textAt(header, 0, 100), bytes } : undefined
}

/** How many bytes of filling follow a content of this size. */
export function fillingAfter(bytes: number): number {
  return (TAR_BLOCK - (bytes % TAR_BLOCK)) % TAR_BLOCK
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

function textAt(header: Buffer, at: number, length: number): string {
  return header.toString('ascii', at, at + length).replace(/[\0 ].*$/s, '')
}

/** The sum of all bytes, its own field read as spaces. */
function sumOf(header: Buffer): number {
  let sum = 0
  for (const [index, byte] of header.entries()) sum += index >= SUM.at && index < SUM.at + SUM.length ? 0x20 : byte
  return sum
}
