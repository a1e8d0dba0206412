/** Snapshot and compaction killed in the middle of their writes and after their fsyncs: every word is there after the kill, and after the next try. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { noteAckedEdits } from '../acked-edits.ts'
import { audit, problemsOf } from '../audit-report.ts'
import { type DiskFault, type FaultyDisk, makeFaultyDisk } from '../disk/faulty-disk.ts'
import { writeOldHistory } from '../old-history.ts'
import { notRun, type Scenario } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'

const PROGRAM = new URL('../programs/snapshot-and-compact.ts', import.meta.url).pathname
/** A short run is killed after every fsync, and in the middle of so many writes. */
const SHORT_WRITES = 3

export const killedCompaction: Scenario = {
  name: 'killed-compaction',
  claim: 'snapshot and compaction killed at every write and fsync: every word is there, and the next try succeeds',
  run: async ({ extent, told }) => {
    await using folder = await temporaryFolder()
    const ready = join(folder.path, 'ready')
    const disk = makeFaultyDisk({ folder: folder.path, dataDir: folder.dataDir })
    if (!disk) return notRun('no C compiler to build the failing disk with (Debian: gcc libc6-dev)')
    const acked = noteAckedEdits(join(folder.path, 'acked'))
    await writeOldHistory({ dataDir: ready, acked, documents: extent === 'short' ? 1 : 2, bursts: 20, burstLength: 15 })
    acked.close()
    const begin = async () => {
      await rm(folder.dataDir, { recursive: true, force: true })
      await cp(ready, folder.dataDir, { recursive: true })
    }

    await begin()
    disk.fail({ kind: 'any' })
    const whole = await runProgram(folder.dataDir, disk)
    const { writes, syncs } = disk.report()
    const steps = [
      ...stepsOf('fsync', syncs, syncs).map((fault) => ({ ...fault, act: 'kill-after' as const })),
      ...stepsOf('write', writes, extent === 'short' ? SHORT_WRITES : writes).map((fault) => ({ ...fault, act: 'kill' as const })),
    ]
    const problems: string[] = whole === 'done' ? [] : ['it does not even succeed without a fault']
    let kills = 0
    for (const step of steps) {
      const name = `${step.kind} ${step.at}`
      await begin()
      disk.fail(step)
      if ((await runProgram(folder.dataDir, disk)) === 'killed') kills += 1
      disk.heal()
      problems.push(...problemsOf(await audit({ dataDir: folder.dataDir, ackedFile: acked.path }), `killed at ${name}`))
      if ((await runProgram(folder.dataDir, disk)) !== 'done') problems.push(`after a kill at ${name} it could not be done`)
      problems.push(...problemsOf(await audit({ dataDir: folder.dataDir, ackedFile: acked.path }), `done after a kill at ${name}`))
      if (kills % 20 === 0) told(`killed at ${kills} of ${steps.length} steps`)
    }
    // The last steps may fall away when two commits are joined; a plan that kills nothing tests nothing.
    if (kills < steps.length * 0.8) problems.push(`only ${kills} of ${steps.length} kills came`)
    disk.close()
    return { figures: [`${kills} kills`, `${writes} writes and ${syncs} fsyncs in one run`, `${problems.length} audits with a loss`], problems }
  },
}

/** Steps spread over the whole run, the first and the last among them. */
function stepsOf(kind: DiskFault['kind'], total: number, most: number): { readonly kind: DiskFault['kind']; readonly at: number }[] {
  const count = Math.min(total, most)
  const numbers = Array.from({ length: count }, (_, index) => Math.round(1 + (index * (total - 1)) / Math.max(1, count - 1)))
  return [...new Set(numbers)].map((at) => ({ kind, at }))
}

async function runProgram(dataDir: string, disk: FaultyDisk): Promise<'done' | 'killed' | 'failed'> {
  const child = spawn(process.execPath, [PROGRAM, dataDir], {
    env: { PATH: process.env['PATH'], ...SERVER_ENV, ...disk.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  if (signal === 'SIGKILL') return 'killed'
  return code === 0 ? 'done' : 'failed'
}
