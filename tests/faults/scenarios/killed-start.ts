/** The first start on an empty folder, killed in the middle of what it writes: the next start succeeds, and people can begin. */
import { mkdir, rm } from 'node:fs/promises'
import { pair } from '../../support/people.ts'
import { startServer } from '../../support/server.ts'
import { type DiskFault, type FaultyDisk, makeFaultyDisk } from '../disk/faulty-disk.ts'
import { notRun, type Scenario } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'

const SHORT_STEPS = 1
const FULL_STEPS = 40
/** Two starts do not write quite as much, so the last steps of one may lie behind the end of another. */
const LEAST_KILLED = 0.9
const SECRET = 'sign-in-secret'

export const killedStart: Scenario = {
  name: 'killed-start',
  claim: 'the first start killed in the middle of what it writes: the next one succeeds',
  run: async ({ extent, told }) => {
    await using folder = await temporaryFolder()
    const { dataDir } = folder
    const database = makeFaultyDisk({ folder: folder.path, dataDir })
    const secret = makeFaultyDisk({ folder: folder.path, dataDir, file: SECRET })
    if (!database || !secret) return notRun('no C compiler to build the failing disk with (Debian: gcc libc6-dev)')
    const problems: string[] = []
    let kills = 0
    let written = database.report()
    const killOnce = async (disk: FaultyDisk, fault: DiskFault, name: string) => {
      await rm(dataDir, { recursive: true, force: true })
      await mkdir(dataDir)
      disk.fail(fault)
      // What is written while it stops belongs to no start.
      if (await startsUp(dataDir, { env: disk.env, whenUp: () => (written = database.report()) })) return
      disk.heal()
      kills += 1
      if (!(await startsUp(dataDir, { whenUp: pair }))) problems.push(`after a kill at ${name} the next start did not succeed`)
      told(`killed at ${name}`)
    }

    await killOnce(secret, { kind: 'write', at: 1, act: 'kill' }, 'half of the secret')
    await killOnce(secret, { kind: 'fsync', at: 1, act: 'kill-after' }, 'the secret’s fsync')
    // Without a fault: how much there is to be killed in.
    const killed = kills
    await killOnce(database, { kind: 'any' }, 'no fault')
    if (kills > killed) problems.push('a start without a fault did not succeed')
    const { writes, syncs } = written
    const steps = extent === 'short' ? SHORT_STEPS : FULL_STEPS
    for (let step = 1; step <= steps; step++) {
      const at = Math.ceil((step * (writes + syncs)) / (steps + 1))
      await killOnce(database, { kind: 'any', at, act: 'kill' }, `step ${at} of ${writes + syncs}`)
    }
    if (kills < Math.floor(LEAST_KILLED * (steps + 2))) problems.push(`only ${kills} of ${steps + 2} kills came`)
    database.close()
    secret.close()
    return { figures: [`${kills} kills`, `${writes} writes and ${syncs} fsyncs in one start`, `${problems.length} starts that failed`], problems }
  },
}

interface Start {
  readonly env?: Readonly<Record<string, string>>
  readonly whenUp: (address: string) => unknown
}

/** Whether a server comes up on this folder; then it is stopped. */
async function startsUp(dataDir: string, { env = {}, whenUp }: Start): Promise<boolean> {
  const server = await startServer({ dataDir, env: { ...SERVER_ENV, ...env } }).catch(() => undefined)
  if (!server) return false
  try {
    await whenUp(server.address)
    return true
  } finally {
    await server.stop()
  }
}
