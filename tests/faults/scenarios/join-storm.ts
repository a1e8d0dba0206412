/** A large journal that nobody has open, and hundreds who open it at once: the process stays up, all get everything, and others write on. */
import { pair } from '../../support/people.ts'
import { startServer } from '../../support/server.ts'
import { openWire } from '../../support/wire-client.ts'
import * as Y from 'yjs'
import { startBystanders } from '../bystanders.ts'
import type { Scenario } from '../scenario.ts'
import { memoryOf } from '../server-memory.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'
import { updateOf } from '../update-of.ts'
import { sendVisitors } from '../visits.ts'

const PARTS = 50
const PART = 100_000
/** A keystroke of others that takes longer than this has been stalled. */
const STALLED = 1000

export const joinStorm: Scenario = {
  name: 'join-storm',
  claim: '500 joins of a 5 MB journal in 10 s: the process stays up, all are served, others’ keystrokes arrive within a second',
  run: async ({ extent, told }) => {
    await using folder = await temporaryFolder()
    await using server = await startServer({ dataDir: folder.dataDir, env: SERVER_ENV })
    const { ben, ana, journal } = await pair(server.address)
    const author = await openWire(ana, journal)
    await author.join()
    const doc = new Y.Doc()
    const text = doc.getText('scratch')
    for (let part = 1; part <= PARTS; part++) {
      author.sendUpdate(updateOf(doc, () => text.insert(text.length, '0123456789'.repeat(PART / 10))))
      await author.acked(part)
    }
    author.close()
    // Started anew, so that the first who comes has to wait for the disk.
    await server.restart()
    const { processId } = server

    const bystanders = await startBystanders(server.address)
    const [count, within] = extent === 'short' ? [60, 1500] : [500, 10_000]
    const calm = memoryOf(processId)
    const visits = sendVisitors(folder.path, { address: server.address, visits: [{ cookie: ben.cookie, documentId: journal.documentId, count }], within })
    const report = await visits.report
    const during = bystanders.delays()
    const stormy = memoryOf(processId)
    told(`${report.joined} joined, the slowest in ${Math.round(report.slowest)} ms; others waited at most ${Math.round(during.worst)} ms`)
    const stayed = await visits.end()
    await bystanders.stop()
    const expected = count * PARTS * PART
    return {
      figures: [
        `${report.joined} joins, median ${Math.round(report.median)} ms, slowest ${Math.round(report.slowest)} ms`,
        `others’ keystrokes p99 ${Math.round(during.worstOfHundred)} ms, worst ${Math.round(during.worst)} ms`,
        `server ${calm.now} → ${stormy.peak} MB`,
      ],
      problems: [
        ...(report.failed > 0 ? [`${report.failed} could not join`] : []),
        ...(stayed < report.joined ? [`${report.joined - stayed} were closed afterwards`] : []),
        ...(report.bytes < expected ? [`${report.bytes} bytes arrived instead of at least ${expected}`] : []),
        ...(during.worst > STALLED ? [`a keystroke of others took ${Math.round(during.worst)} ms`] : []),
        ...(server.processId === processId && isRunning(processId) ? [] : ['the process did not stay up']),
      ],
    }
  },
}

function isRunning(processId: number | undefined): boolean {
  return processId !== undefined && process.kill(processId, 0)
}
