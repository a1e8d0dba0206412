/** Kills a server with `kill -9` at random moments while twenty people write into five journals, and has the remains audited after every kill. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eventually } from '../support/eventually.ts'
import { pair } from '../support/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { noteAckedEdits } from './acked-edits.ts'
import { type BusyWriter, busyWriter } from './busy-writer.ts'

export interface Audit {
  /** Acked edits that were looked for. */
  readonly checked: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
}

export interface KillOptions {
  readonly cycles: number
  readonly seed: number
  /** Told after every cycle. */
  readonly told?: (cycle: number, audit: Audit) => void
}

const ROOMS = 5
const WRITERS_PER_ROOM = 4
/** After so many cycles everybody begins new journals, so that auditing does not become the work. */
const CYCLES_PER_SET = 5
/** Before the kill everybody writes at least this long, and at most so much longer. */
const LEAST_MS = 30
const SPREAD_MS = 500

const AUDITOR = new URL('./audit.ts', import.meta.url).pathname
const run = promisify(execFile)

/** Runs the cycles and returns the sum of their audits. */
export async function runKillCycles({ cycles, seed, told }: KillOptions): Promise<Audit> {
  const random = randomFrom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'tandem-faults-'))
  const server = await startServer({ dataDir: join(folder, 'data'), env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0', LOG_LEVEL: 'error' } })
  const total = { checked: 0, lost: [] as string[], doubled: [] as string[] }
  try {
    for (let cycle = 0; cycle < cycles; ) {
      const ackedFile = join(folder, `acked-${cycle}`)
      const acked = noteAckedEdits(ackedFile)
      const writers = await createWriters(server, `c${cycle}`, acked)
      let last: Audit | undefined
      for (let inSet = 0; inSet < CYCLES_PER_SET && cycle < cycles; inSet++, cycle++) {
        await writeUntilKilled(server, writers, LEAST_MS + random() * SPREAD_MS)
        last = await audit(server, { folder, ackedFile })
        total.lost.push(...last.lost)
        total.doubled.push(...last.doubled)
        told?.(cycle + 1, last)
        await server.restart()
      }
      // Each audit looks for everything acked since the set began.
      total.checked += last?.checked ?? 0
      acked.close()
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return total
}

async function createWriters(server: TestServer, set: string, acked: ReturnType<typeof noteAckedEdits>): Promise<BusyWriter[]> {
  const writers: BusyWriter[] = []
  for (let room = 0; room < ROOMS; room++) {
    const { ben, ana, journal } = await pair(server.address)
    // Two people with two tabs each.
    for (let tab = 0; tab < WRITERS_PER_ROOM; tab++) {
      writers.push(busyWriter({ person: tab % 2 === 0 ? ben : ana, journal, name: `${set}r${room}w${tab}`, acked }))
    }
  }
  return writers
}

async function writeUntilKilled(server: TestServer, writers: readonly BusyWriter[], milliseconds: number): Promise<void> {
  const ackedBefore = sumOf(writers)
  await Promise.all(writers.map((writer) => writer.start()))
  await eventually('somebody is acked', () => sumOf(writers) > ackedBefore, 20_000)
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
  await server.kill()
  await Promise.all(writers.map((writer) => writer.stopped()))
}

/** Audits a copy, so that the next server finds exactly what the kill left. */
async function audit(server: TestServer, { folder, ackedFile }: { readonly folder: string; readonly ackedFile: string }): Promise<Audit> {
  const copy = join(folder, 'copy')
  await cp(server.dataDir, copy, { recursive: true })
  const { stdout } = await run(process.execPath, [AUDITOR, copy, ackedFile], { maxBuffer: 100_000_000 })
  await rm(copy, { recursive: true })
  return JSON.parse(stdout) as Audit
}

function sumOf(writers: readonly BusyWriter[]): number {
  return writers.reduce((sum, writer) => sum + writer.ackedCount, 0)
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 4_294_967_296
  }
}
