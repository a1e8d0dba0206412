/** The first start on an empty folder, killed in the middle of what it writes: the next start succeeds, and people can begin. */
import { mkdir, rm } from 'node:fs/promises'
import { pair } from '../../support/people.ts'
import { startServer } from '../../support/server.ts'
import { type DiskFault, type FaultyDisk, makeFaultyDisk } from '../disk/faulty-disk.ts'
import { notRun, type Scenario } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'

const SHORT_STEPS = 1
const FULL_STEPS = 40
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
    const killOnce = async (disk: FaultyDisk, fault: DiskFault, name: string) => {
      await rm(dataDir, { recursive: true, force: true })
      await mkdir(dataDir)
      disk.fail(fault)
      if (await startsUp(dataDir, disk.env)) return
      disk.heal()
      kills += 1
      if (!(await startsUp(dataDir, {}))) problems.push(`after a kill at ${name} the next start did not succeed`)
      told(`killed at ${name}`)
    }

    await killOnce(secret, { kind: 'write', at: 1, act: 'kill' }, 'half of the secret')
    await killOnce(secret, { kind: 'fsync', at: 1, act: 'kill-after' }, 'the secret’s fsync')
    // Without a fault: how much there is to be killed in.
    await killOnce(database, { kind: 'any' }, '')
    const { writes, syncs } = database.report()
    const steps = extent === 'short' ? SHORT_STEPS : FULL_STEPS
    for (let step = 1; step <= steps; step++) {
      const at = Math.ceil((step * (writes + syncs)) / (steps + 1))
      await killOnce(database, { kind: 'any', at, act: 'kill' }, `step ${at} of ${writes + syncs}`)
    }
    if (kills < steps) problems.push(`only ${kills} of ${steps + 2} kills came`)
    database.close()
    secret.close()
    return { figures: [`${kills} kills`, `${writes} writes and ${syncs} fsyncs in one start`, `${problems.length} starts that failed`], problems }
  },
}

/** Whether a server comes up on this folder and two people can begin a journal. */
async function startsUp(dataDir: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  const server = await startServer({ dataDir, env: { ...SERVER_ENV, ...env } }).catch(() => undefined)
  if (!server) return false
  try {
    if (env['LD_PRELOAD'] === undefined) await pair(server.address)
    return true
  } finally {
    await server.stop()
  }
}
