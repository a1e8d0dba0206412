/** The Nth write or fsync fails, once or from then on: nobody is acked for what is not kept, everybody is told, and everything is stored when the disk is well again. */
import { join } from 'node:path'
import { eventually } from '../../support/eventually.ts'
import { startServer } from '../../support/server.ts'
import { noteAckedEdits } from '../acked-edits.ts'
import { audit, problemsOf, type Silence } from '../audit-report.ts'
import { type Crowd, gatherCrowd } from '../crowd.ts'
import { type DiskFault, type FaultyDisk, makeFaultyDisk } from '../disk/faulty-disk.ts'
import { notRun, type Scenario } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'
import { everybodyKnows, everythingIsStored } from '../waiting.ts'

/** Promise 2: how soon everybody knows, and how soon everything is stored after the disk is well. */
const TOLD_WITHIN = 5000
const STORED_WITHIN = 30_000
/** A disk that goes on failing does so at least this long, so that trying to open it anew fails too. */
const LASTS = 2500
/** An ack on its way when the disk begins to fail was earned before. */
const ON_ITS_WAY = 1000

interface Outcome {
  readonly told: number
  readonly stored: number
  readonly silence: Silence | undefined
}

export const failingDisk: Scenario = {
  name: 'failing-disk',
  claim: 'EIO at the Nth write or fsync: no ack after it, told ≤ 5 s, all stored ≤ 30 s after recovery',
  run: async ({ extent, told }) => {
    await using folder = await temporaryFolder()
    const disk = makeFaultyDisk({ folder: folder.path, dataDir: folder.dataDir })
    if (!disk) return notRun('no C compiler to build the failing disk with (Debian: gcc libc6-dev)')
    await using server = await startServer({ dataDir: folder.dataDir, env: { ...SERVER_ENV, ...disk.env } })
    const acked = noteAckedEdits(join(folder.path, 'acked'))
    const crowd = await gatherCrowd({ address: server.address, name: 'd', acked, journals: 3, writersPerJournal: 2 })
    const outcomes: Outcome[] = []
    const faults = planOf(extent === 'short' ? [1, 4] : Array.from({ length: 24 }, (_, index) => index + 1))
    await crowd.start()
    for (const fault of faults) {
      const outcome = await suffer(fault, { disk, crowd })
      outcomes.push(outcome)
      told(`${fault.isLasting ? 'from' : 'only'} ${fault.kind} ${fault.at ?? 0}: told in ${ms(outcome.told)}, stored ${ms(outcome.stored)} after recovery`)
    }
    // The worst moment for a crash: right after a failure, with everything that was acked still in doubt.
    disk.fail({ kind: 'fsync', at: 1, isLasting: true })
    await eventually('the disk fails', () => disk.report().faults > 0)
    await server.kill()
    await crowd.leave()
    disk.heal()
    acked.close()
    const silences = outcomes.flatMap(({ silence }) => silence ?? [])
    const found = await audit({ dataDir: folder.dataDir, ackedFile: acked.path, silences })
    disk.close()
    return {
      figures: [
        `${faults.length} faults`,
        `${found.checked} acked edits, ${found.lost.length} lost`,
        `told ≤ ${ms(Math.max(...outcomes.map((each) => each.told)))}`,
        `stored ≤ ${ms(Math.max(...outcomes.map((each) => each.stored)))}`,
      ],
      problems: problemsOf(found, 'after the faults'),
    }
  },
}

function planOf(numbers: readonly number[]): DiskFault[] {
  return numbers.flatMap((at) => (['write', 'fsync'] as const).flatMap((kind) => [false, true].map((isLasting) => ({ kind, at, isLasting }))))
}

/** One fault, from the last good moment until everything written before the recovery is stored. Rejects when a promise takes too long. */
async function suffer(fault: DiskFault, { disk, crowd }: { readonly disk: FaultyDisk; readonly crowd: Crowd }): Promise<Outcome> {
  const name = `${fault.kind} ${fault.at ?? 0}`
  disk.fail(fault)
  const began = await eventually(`${name} fails`, () => disk.report().firstFaultAt, 20_000)
  // A fault on which nothing rests, as in moving the log into the database, is nobody's trouble: then the acks go on.
  await everybodyKnows(crowd.writers, { since: began, within: TOLD_WITHIN - (Date.now() - began) })
  const told = Date.now() - began
  if (fault.isLasting) await eventually('the disk has failed for long enough', () => Date.now() - began > LASTS)
  disk.heal()
  const healed = Date.now()
  await everythingIsStored(crowd.writers, STORED_WITHIN)
  const silence = fault.isLasting && healed - began > ON_ITS_WAY ? { from: began + ON_ITS_WAY, to: healed } : undefined
  return { told, stored: Date.now() - healed, silence }
}

function ms(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`
}
