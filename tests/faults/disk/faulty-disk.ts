/** A disk that fails on command, under a real server: a small C library before the system's write and fsync, and the plan it follows. Linux with a C compiler. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, realpathSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATABASE_FILE } from '@tandem/server/database/open-database.ts'
import { findCompiler } from '../../support/compiler.ts'

/** Which operation on the database's files fails. */
export interface DiskFault {
  readonly kind: 'write' | 'fsync' | 'any'
  /** The Nth from now, or so many of a hundred; the latter goes on until `heal`. */
  readonly at?: number
  readonly percent?: number
  /** Whether all operations after the first one fail too, until `heal`. */
  readonly isLasting?: boolean
  /** `kill` ends the process in the middle of the operation, `kill-after` right after it; otherwise it gives EIO. */
  readonly act?: keyof typeof ACTS
  /** Milliseconds that every fsync takes longer. */
  readonly syncDelay?: number
}

export interface DiskReport {
  readonly writes: number
  readonly syncs: number
  readonly faults: number
  /** When the first one failed, in milliseconds since 1970; 0 when none has. */
  readonly firstFaultAt: number
}

export interface FaultyDisk {
  /** For the process whose disk it is. */
  readonly env: Readonly<Record<string, string>>
  /** Begins to count, and to fail as told. */
  fail(fault: DiskFault): void
  heal(): void
  report(): DiskReport
  close(): void
}

const SOURCE = new URL('./faulty-disk.c', import.meta.url).pathname
const INTEGERS = 10
const ACTS = { fail: 0, kill: 1, 'kill-after': 2 } as const
const KINDS = { write: 1, fsync: 2, any: 3 } as const

/** Builds the library once per version of its source. Returns `undefined` where there is no compiler. */
function findLibrary(): string | undefined {
  const compiler = findCompiler()
  if (!compiler) return undefined
  const folder = join(tmpdir(), 'tandem-faulty-disk')
  const library = join(folder, `${createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16)}.so`)
  if (existsSync(library)) return library
  mkdirSync(folder, { recursive: true })
  const built = `${library}.${process.pid}`
  execFileSync(compiler, ['-shared', '-fPIC', '-O2', '-o', built, SOURCE, '-ldl'])
  renameSync(built, library)
  return library
}

interface DiskOptions {
  /** Where its plan lies. */
  readonly folder: string
  readonly dataDir: string
  /** The file in the data folder that it fails for; the database unless told otherwise. */
  readonly file?: string
}

/** A disk for the process that keeps its data in this folder; `undefined` on a machine that cannot build one. */
export function makeFaultyDisk({ folder, dataDir, file: name = DATABASE_FILE }: DiskOptions): FaultyDisk | undefined {
  const library = findLibrary()
  if (!library) return undefined
  const path = join(folder, `plan-of-${name}`)
  writeFileSync(path, new Uint8Array(INTEGERS * 4 + 8))
  const file = openSync(path, 'r+')
  const setArmed = (armed: boolean) => writeSync(file, new Uint8Array(Int32Array.of(armed ? 1 : 0).buffer), 0, 4, 0)
  return {
    env: { LD_PRELOAD: library, FAULTY_DISK_PLAN: path, FAULTY_DISK_TARGET: join(realpathSync(dataDir), name) },
    fail: ({ kind, at = 0, percent = 0, isLasting = false, act = 'fail', syncDelay = 0 }) => {
      setArmed(false)
      const plan = Int32Array.of(KINDS[kind], at, isLasting ? 1 : 0, percent, ACTS[act], syncDelay, 0, 0, 0, 0, 0)
      writeSync(file, new Uint8Array(plan.buffer), 0, plan.byteLength, 4)
      setArmed(true)
    },
    heal: () => void setArmed(false),
    report: () => {
      const bytes = Buffer.alloc(INTEGERS * 4 + 8)
      readSync(file, bytes, 0, bytes.length, 0)
      const at = (index: number) => bytes.readInt32LE(index * 4)
      return { writes: at(7), syncs: at(8), faults: at(9), firstFaultAt: Number(bytes.readBigInt64LE(INTEGERS * 4)) }
    },
    close: () => closeSync(file),
  }
}
