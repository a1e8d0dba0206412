/** A small disk that fills up while people write: they are told, and everything is stored when there is room again. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { eventually } from '../../support/eventually.ts'
import { startServer } from '../../support/server.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import { noteAckedEdits } from '../acked-edits.ts'
import { audit, problemsOf } from '../audit-report.ts'
import { gatherCrowd } from '../crowd.ts'
import { ballastIn } from '../disk/ballast.ts'
import { notRun, type Scenario, type ScenarioOptions, type Verdict } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'
import { everybodyKnows, everythingIsStored } from '../waiting.ts'

const MEGABYTES = 24
const LEAVE = 262_144
const TOLD_WITHIN = 5000
const STORED_WITHIN = 30_000

export const fullDisk: Scenario = {
  name: 'full-disk',
  claim: 'a full disk: everybody is told ≤ 5 s, everything is stored ≤ 30 s after there is room again',
  run: async (options) => {
    const disk = mountSmallDisk(MEGABYTES)
    if (!disk) return notRun('a small filesystem cannot be mounted here (needs Linux and root)')
    try {
      return await fillAgainAndAgain(disk.path, options)
    } finally {
      disk.unmount()
    }
  },
}

async function fillAgainAndAgain(path: string, { extent, told }: ScenarioOptions): Promise<Verdict> {
  await using folder = await temporaryFolder()
  const dataDir = join(path, 'data')
  await mkdir(dataDir)
  const ballast = ballastIn(path)
  await using server = await startServer({ dataDir, env: SERVER_ENV })
  const acked = noteAckedEdits(join(folder.path, 'acked'))
  const { writers, start, leave } = await gatherCrowd({ address: server.address, name: 'f', acked, journals: 3, writersPerJournal: 2 })
  const fill = async () => {
    const since = Date.now()
    ballast.fill(LEAVE)
    await eventually('somebody is told that the disk is full', () => writers.some((writer) => writer.toldAt > since), 30_000)
    return since
  }
  const rounds = extent === 'short' ? 2 : 12
  const knew: number[] = []
  const stored: number[] = []
  await start()
  for (let round = 0; round < rounds; round++) {
    const since = await fill()
    const first = Date.now()
    await everybodyKnows(writers, { since, within: TOLD_WITHIN })
    const known = Date.now()
    ballast.free()
    await everythingIsStored(writers, STORED_WITHIN)
    knew.push(known - first)
    stored.push(Date.now() - known)
    told(`full: the last one knew ${known - first} ms after the first; everything was stored ${Date.now() - known} ms after there was room`)
  }
  // A crash on a full disk.
  await fill()
  await server.kill()
  await leave()
  acked.close()
  ballast.free()
  const found = await audit({ dataDir, ackedFile: acked.path })
  await server.restart()
  return {
    figures: [
      `${rounds + 1} times full`,
      `${found.checked} acked edits, ${found.lost.length} lost`,
      `told ≤ ${Math.max(...knew)} ms`,
      `stored ≤ ${Math.max(...stored)} ms after there was room`,
    ],
    problems: problemsOf(found, 'after the disk was full'),
  }
}
