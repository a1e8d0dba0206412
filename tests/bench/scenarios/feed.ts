/** The inbox of somebody with many journals, on a server on which many others are told as much. */
import { call, signUp, succeed } from '../../support/people.ts'
import { atMost } from '../goals.ts'
import type { Row, Scenario } from '../scenario.ts'
import { median, percentile } from '../statistics.ts'
import { seedNotices } from '../systems/seed-notices.ts'
import { measureEach } from '../systems/start-systems.ts'
import { tandem } from '../systems/tandem.ts'

const MOST_MS = 100

export const feed: Scenario = {
  name: 'feed',
  title: 'the inbox of a person with 200 journals and 10,000 notices, beside 9 others like them: one call at a time, over HTTP',
  run: async (bench) => {
    const rows: Row[] = []
    const calls = bench.isQuick ? 50 : 300
    await measureEach(bench, [tandem], async (system, server) => {
      const person = await signUp(`http://127.0.0.1:${server.port}`, 'Ana')
      seedNotices(server.dataDir, person.id, { journals: 200, perJournal: 50, others: 9 })
      const { body } = await succeed<{ next: string }>(person, { path: '/api/notices' })
      for (const [figure, path] of [
        ['the newest page', '/api/notices'],
        ['the next page', `/api/notices?before=${body.next}`],
        ['the count of the badge', '/api/notices/count'],
      ] as const) {
        const times: number[] = []
        for (let index = 0; index < calls; index += 1) {
          const begun = performance.now()
          const { status } = await call(person, { path })
          if (status !== 200) throw new Error(`${path} was answered with ${status}`)
          times.push(performance.now() - begun)
        }
        const row = (name: string, value: number): Row => ({ figure: name, unit: 'ms', values: new Map([[system.name, value]]), goals: [] })
        rows.push(row(`${figure}, median`, median(times)), { ...row(`${figure}, p99`, percentile(times, 0.99)), goals: [atMost(MOST_MS)] })
      }
    })
    return rows
  },
}
