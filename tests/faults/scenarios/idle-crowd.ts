/** Very many who have a journal open and do nothing: nobody is dropped, and those who write do not notice. */
import { execFileSync } from 'node:child_process'
import { eventually } from '../../support/eventually.ts'
import { pair } from '../../support/people.ts'
import { startServer } from '../../support/server.ts'
import { startBystanders } from '../bystanders.ts'
import { notRun, type Scenario } from '../scenario.ts'
import { memoryOf } from '../server-memory.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'
import { sendVisitors } from '../visits.ts'

const PER_JOURNAL = 250
/** The files of the server beside its connections. */
const SPARE_FILES = 200
/** A little longer than two of the server's beats: who does not answer them is gone by then. */
const BEATS_MS = 45_000
const STALLED = 1000

export const idleCrowd: Scenario = {
  name: 'idle-crowd',
  claim: '10,000 idle connections: the process stays up, nobody is dropped, others’ keystrokes arrive within a second',
  run: async ({ extent, told }) => {
    const count = extent === 'short' ? 500 : 10_000
    const allowed = openFileLimit()
    if (allowed < count + SPARE_FILES) return notRun(`a process may open only ${allowed} files here (ulimit -n), not the ${count + SPARE_FILES} this needs`)
    await using folder = await temporaryFolder()
    await using server = await startServer({ dataDir: folder.dataDir, env: SERVER_ENV })
    const journals = await Promise.all(Array.from({ length: count / PER_JOURNAL }, () => pair(server.address)))
    const bystanders = await startBystanders(server.address)
    const before = memoryOf(server.processId)
    const halves = [journals.filter((_, index) => index % 2 === 0), journals.filter((_, index) => index % 2 === 1)]
    const crowds = halves.map((half) =>
      sendVisitors(folder.path, {
        address: server.address,
        visits: half.map(({ ben, journal }) => ({ cookie: ben.cookie, documentId: journal.documentId, count: PER_JOURNAL })),
        within: count * 4,
      }),
    )
    const reports = await Promise.all(crowds.map((crowd) => crowd.report))
    const joined = reports.reduce((sum, report) => sum + report.joined, 0)
    const coming = bystanders.delays()
    const after = memoryOf(server.processId)
    told(`${joined} are there; others’ keystrokes took at most ${Math.round(coming.worst)} ms while they came`)
    if (extent === 'full') {
      const since = Date.now()
      await eventually('two beats have passed', () => Date.now() - since > BEATS_MS, BEATS_MS * 2)
    }
    const idle = bystanders.delays()
    const stayed = (await Promise.all(crowds.map((crowd) => crowd.end()))).reduce((sum, open) => sum + open, 0)
    await bystanders.stop()
    const worst = Math.max(coming.worst, idle.worst)
    return {
      figures: [
        `${joined} connections, ${stayed} to the end`,
        `${Math.round(((after.now - before.now) * 1024) / Math.max(1, joined))} kB each`,
        `others’ keystrokes p99 ${Math.round(coming.worstOfHundred)} ms while they came, worst ${Math.round(worst)} ms`,
      ],
      problems: [
        ...(joined < count ? [`only ${joined} of ${count} could join`] : []),
        ...(stayed < joined ? [`${joined - stayed} were dropped`] : []),
        ...(worst > STALLED ? [`a keystroke of others took ${Math.round(worst)} ms`] : []),
      ],
    }
  },
}

function openFileLimit(): number {
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  return limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit)
}
