/** A store that is slow and fails at every fifth commit, and people who leave in the middle of it: nothing acked is lost, and what was sent is stored in the end. */
import { join } from 'node:path'
import { eventually } from '../../support/eventually.ts'
import { call } from '../../support/people.ts'
import { startServer } from '../../support/server.ts'
import { readStoredDoc } from '../../support/stored-log.ts'
import { noteAckedEdits } from '../acked-edits.ts'
import { audit, problemsOf } from '../audit-report.ts'
import { gatherCrowd } from '../crowd.ts'
import { makeFaultyDisk } from '../disk/faulty-disk.ts'
import { notRun, type Scenario } from '../scenario.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'

const PERCENT = 20
const SYNC_DELAY = 60
const TOLD_WITHIN = 5000
const STORED_WITHIN = 30_000
/** Longer than an empty room stays open: one that forgot what it could not store would be gone by then. */
const ABANDONED_MS = 8000

export const slowStore: Scenario = {
  name: 'slow-store',
  claim: `${PERCENT} % of fsyncs fail, each takes ${SYNC_DELAY} ms longer: nothing acked is lost; a room with unsaved words is not unloaded`,
  run: async ({ extent, told }) => {
    await using folder = await temporaryFolder()
    const disk = makeFaultyDisk({ folder: folder.path, dataDir: folder.dataDir })
    if (!disk) return notRun('no C compiler to build the failing disk with (Debian: gcc libc6-dev)')
    await using server = await startServer({ dataDir: folder.dataDir, env: { ...SERVER_ENV, ...disk.env } })
    const acked = noteAckedEdits(join(folder.path, 'acked'))
    const crowd = await gatherCrowd({ address: server.address, name: 's', acked, journals: 4, writersPerJournal: 3 })
    await crowd.start()
    disk.fail({ kind: 'fsync', percent: PERCENT, syncDelay: SYNC_DELAY })
    const wished = extent === 'short' ? 6 : 60
    await eventually(`${wished} commits have failed`, () => disk.report().faults >= wished, wished * 5000)
    const { syncs, faults } = disk.report()
    disk.heal()
    const stored = await crowd.saveAll(STORED_WITHIN)
    told(`${faults} of ${syncs} fsyncs failed; everything was stored ${Math.round(stored)} ms later`)

    // What people write is stored before the tables, which make people and journals, were opened anew.
    await eventually('the store takes new people again', async () => (await call(server.address, { path: '/api/ready' })).status === 200, STORED_WITHIN)

    // Now nothing can be stored at all, and everybody leaves.
    const abandoned = await gatherCrowd({ address: server.address, name: 'a', acked, journals: 3, writersPerJournal: 1 })
    await abandoned.start()
    disk.fail({ kind: 'fsync', at: 1, isLasting: true })
    const began = await eventually('the disk fails', () => disk.report().firstFaultAt)
    await eventually('everybody is told', () => abandoned.writers.every((writer) => writer.toldAt >= began), TOLD_WITHIN)
    const orphans = abandoned.writers.map(({ documentId, unsaved }) => ({ documentId, words: [...unsaved] }))
    await abandoned.leave()
    const left = Date.now()
    await eventually('the rooms have been empty for long enough', () => Date.now() - left > ABANDONED_MS, ABANDONED_MS * 2)
    // They come back before the disk is well: to the room that still has their words, not to a second one.
    await abandoned.come()
    disk.heal()
    const healed = Date.now()
    const isStored = ({ documentId, words }: (typeof orphans)[number]) => {
      const text = new Set(readStoredDoc(folder.dataDir, documentId).getText('scratch').toJSON().split(' '))
      return words.every((word) => text.has(word))
    }
    await eventually('what was sent before leaving is stored', () => orphans.every(isStored), STORED_WITHIN)
    await abandoned.saveAll(STORED_WITHIN)
    await abandoned.leave()
    const orphaned = orphans.reduce((sum, each) => sum + each.words.length, 0)
    told(`${orphaned} words of people who had left were stored ${Date.now() - healed} ms after recovery`)

    await server.kill()
    await crowd.leave()
    acked.close()
    const found = await audit({ dataDir: folder.dataDir, ackedFile: acked.path })
    disk.close()
    return {
      figures: [
        `${faults} of ${syncs} fsyncs failed`,
        `${found.checked} acked edits, ${found.lost.length} lost`,
        `stored ${Math.round(stored)} ms after recovery`,
        `${orphaned} words of empty rooms kept`,
      ],
      problems: problemsOf(found, 'after the store was slow'),
    }
  },
}
