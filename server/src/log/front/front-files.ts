/** The files of the front in a data folder, and what a server that was ended at any moment left in them. */
import { closeSync, fdatasyncSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { DATABASE_FILE } from '../../database/open-database.ts'
import type { FrontEntry } from './front-entry.ts'
import { FILE_HEAD_BYTES, findRecord, isCutOffHead, isCutOffRecord, type PlacedRecord, readFileHead, readRecord } from './front-record.ts'

export interface FoundFront {
  /** Everything acknowledged, in its order; much of it may be in the database already. A commit that was under way may be among it. */
  readonly files: readonly FoundFile[]
  /** The files that are damaged, and where: something acknowledged may be missing. */
  readonly damages: readonly { readonly path: string; readonly at: number }[]
}

export interface FoundFile {
  readonly number: number
  readonly entries: readonly FrontEntry[]
  /** Up to here it holds. */
  readonly end: number
}

const NAME = new RegExp(`^${DATABASE_FILE.replace('.', '\\.')}-front-(\\d{1,9})$`)

export function frontFile(dataDir: string, number: number): string {
  return join(dataDir, `${DATABASE_FILE}-front-${number}`)
}

/** Makes sure that files that were made or removed stay so. */
export async function syncDataFolder(dataDir: string): Promise<void> {
  const folder = await open(dataDir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Reads the front of a data folder, whoever is writing it. */
export function readFront(dataDir: string): FoundFront {
  const numbers = readdirSync(dataDir)
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
  const files = numbers.flatMap((number) => {
    const bytes = readWhole(frontFile(dataDir, number))
    return bytes ? [{ number, ...readRecords(bytes) }] : []
  })
  const damages: { path: string; at: number }[] = []
  const found = files.map(({ number, records, firstGap, begin, isEndDamaged }, index): FoundFile => {
    // Only the next file knows what became of the last commit of this one.
    const next = files[index + 1]
    const limit = next?.number === number + 1 ? next.previousEnd : undefined
    const kept = limit === undefined ? records : records.filter((each) => each.end <= limit)
    const end = limit ?? kept.at(-1)?.end ?? begin
    if (firstGap < end || (limit === undefined && isEndDamaged)) damages.push({ path: frontFile(dataDir, number), at: firstGap })
    return { number, end, entries: kept.flatMap(({ entries }) => entries) }
  })
  return { files: found, damages }
}

/** Makes sure that the disk has what was read: of a commit that was under way when a process was killed it may have nothing yet, and whoever sends it again is told that it is saved. */
export function syncFront(dataDir: string, files: readonly FoundFile[]): void {
  for (const path of [...files.map(({ number }) => frontFile(dataDir, number)), dataDir]) {
    const descriptor = openSync(path, 'r')
    try {
      fdatasyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
}

/** `undefined` when it is gone: then it was moved into the database meanwhile. */
function readWhole(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

interface Records {
  /** Up to where the file before it holds; unknown when its head is damaged. */
  readonly previousEnd: number | undefined
  /** Where its records begin; of a file whose heads are damaged its end, for all of it is. */
  readonly begin: number
  readonly records: readonly PlacedRecord[]
  /** Where the first byte stands that belongs to no whole record. Behind the last whole record it is a commit that was under way; before it, damage. */
  readonly firstGap: number
  /** What stands behind the last whole record was one too. */
  readonly isEndDamaged: boolean
}

function readRecords(bytes: Buffer): Records {
  const head = readFileHead(bytes)
  // Without its mark nothing of it can be told from what people wrote.
  if (!head) return { previousEnd: undefined, begin: isCutOffHead(bytes) ? 0 : bytes.length, records: [], firstGap: 0, isEndDamaged: false }
  const records: PlacedRecord[] = []
  let firstGap: number | undefined
  let at = FILE_HEAD_BYTES
  for (;;) {
    const record = readRecord(bytes, at, head.mark)
    if (!record) firstGap ??= at
    const next = record ?? findRecord(bytes, at, head.mark)
    if (!next)
      return {
        previousEnd: head.previousEnd,
        begin: FILE_HEAD_BYTES,
        records,
        firstGap: firstGap ?? at,
        isEndDamaged: at < bytes.length && !isCutOffRecord(bytes, at, head.mark),
      }
    records.push(next)
    at = next.end
  }
}
