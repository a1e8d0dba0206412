/** Kills a server with `kill -9` at random moments while twenty people write into five journals, and has the remains audited after every kill. */
import { join } from 'node:path'
import { startServer, type TestServer } from '../../support/server.ts'
import { noteAckedEdits } from '../acked-edits.ts'
import { type Audit, audit, problemsOf } from '../audit-report.ts'
import { type Crowd, gatherCrowd } from '../crowd.ts'
import { randomFrom } from '../random.ts'
import type { Scenario, ScenarioOptions } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'

const JOURNALS = 5
/** Two people with two tabs each. */
const WRITERS_PER_JOURNAL = 4
/** After so many cycles everybody begins new journals, so that auditing does not become the work. */
const CYCLES_PER_SET = 5
/** Before the kill everybody writes at least this long, and at most so much longer. */
const LEAST_MS = 30
const SPREAD_MS = 500
/** So many servers at once, when there are many cycles: most of a cycle is waiting for a process to start. */
const LANES = 3
const CYCLES_WORTH_LANES = 60

interface Sum {
  cycles: number
  checked: number
  problems: string[]
}

export const killCycles: Scenario = {
  name: 'kill',
  claim: 'every acked edit survives kill -9 in the middle of writing',
  run: async (options) => {
    const sum: Sum = { cycles: 0, checked: 0, problems: [] }
    const lanes = options.cycles < CYCLES_WORTH_LANES ? 1 : LANES
    await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(sum, { ...options, lane })))
    return { figures: [`${sum.cycles} kills`, `${sum.checked} acked edits`, `${sum.problems.length} audits with a loss`], problems: sum.problems }
  },
}

/** One server that is killed again and again, until all lanes together have made the cycles. */
async function runLane(sum: Sum, { cycles, seed, lane, told }: ScenarioOptions & { readonly lane: number }): Promise<void> {
  await using folder = await temporaryFolder()
  const random = randomFrom(seed * 1000 + lane)
  const server = await startServer({ dataDir: folder.dataDir, env: SERVER_ENV })
  const isOver = () => sum.cycles >= cycles
  for (let set = 0; !isOver(); set++) {
    const acked = noteAckedEdits(join(folder.path, `acked-${set}`))
    const crowd = await gatherCrowd({ address: server.address, name: `l${lane}s${set}`, acked, journals: JOURNALS, writersPerJournal: WRITERS_PER_JOURNAL })
    let last: Audit | undefined
    for (let inSet = 0; inSet < CYCLES_PER_SET && !isOver(); inSet++) {
      sum.cycles += 1
      const cycle = sum.cycles
      await writeUntilKilled(server, crowd, LEAST_MS + random() * SPREAD_MS)
      last = await audit({ dataDir: folder.dataDir, ackedFile: acked.path })
      sum.problems.push(...problemsOf(last, `cycle ${cycle}`))
      told(`cycle ${cycle}: ${last.checked} acked edits looked for, ${last.lost.length} lost, ${last.doubled.length} doubled`)
      await server.restart()
    }
    // Each audit looks for everything acked since the set began.
    sum.checked += last?.checked ?? 0
    acked.close()
  }
  await server.stop()
}

async function writeUntilKilled(server: TestServer, crowd: Crowd, milliseconds: number): Promise<void> {
  await crowd.start()
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
  await server.kill()
  await Promise.all(crowd.writers.map((writer) => writer.stopped()))
}
