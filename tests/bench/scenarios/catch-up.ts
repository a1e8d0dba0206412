/** Coming back after a while: what is new in many journals, and two thousand changes in one. */
import { foldChanges, inReadingOrder } from '@tandem/client/catch-up/fold-changes.ts'
import * as changes from '@tandem/shared/contracts/changes.ts'
import { traceWords } from '@tandem/shared/document/trace-words.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { call, signUp } from '../../support/people.ts'
import { atMost, type Goal } from '../goals.ts'
import type { Row, Scenario } from '../scenario.ts'
import { median, percentile } from '../statistics.ts'
import { seedChanges } from '../systems/seed-changes.ts'
import { measureEach } from '../systems/start-systems.ts'
import { tandem } from '../systems/tandem.ts'

const MOST_OF_HOME_MS = 100
const MOST_OF_ONE_MS = 1000

export const catchUp: Scenario = {
  name: 'catch-up',
  title: 'a person with 200 journals, 20 changes and 2 actions in each, and one with 2,000 changes: one call at a time, over HTTP',
  run: async (bench) => {
    const rows: Row[] = []
    const calls = bench.isQuick ? 30 : 200
    await measureEach(bench, [tandem], async (system, server) => {
      const person = await signUp(`http://127.0.0.1:${server.port}`, 'Ana')
      const long = seedChanges(server.dataDir, person.id, { journals: 200, perJournal: 20, inOne: 2000, actions: 2 })
      const measure = async (figure: string, goal: Goal, act: () => Promise<void>) => {
        const times: number[] = []
        for (let index = 0; index < calls; index += 1) {
          const begun = performance.now()
          await act()
          times.push(performance.now() - begun)
        }
        const row = (name: string, value: number): Row => ({ figure: name, unit: 'ms', values: new Map([[system.name, value]]), goals: [] })
        rows.push(row(`${figure}, median`, median(times)), { ...row(`${figure}, p99`, percentile(times, 0.99)), goals: [goal] })
      }
      const answered = async (path: string): Promise<unknown> => {
        const { status, body } = await call(person, { path })
        if (status !== 200) throw new Error(`${path} was answered with ${status}`)
        return body
      }
      await measure('what is new in 200 journals', atMost(MOST_OF_HOME_MS), async () => void (await answered('/api/me/news')))
      await measure('my 402 actions', atMost(MOST_OF_HOME_MS), async () => void (await answered('/api/me/actions')))
      await measure('2,000 changes, asked for, folded, ordered and traced word by word', atMost(MOST_OF_ONE_MS), async () => {
        const told = changes.list.output.parse(await answered(`/api/journals/${long}/changes`))
        const { items } = foldChanges(told.changes, person.id as PersonId)
        const page = told.changes[0]?.page
        if (!page || items.length !== 2000) throw new Error(`${items.length} changes were told.`)
        inReadingOrder(items, { pages: [page], blocksOf: () => items.map(({ target }) => target) })
        for (const item of items) {
          const [change] = item.changes
          traceWords([{ was: String(change?.was), became: String(change?.became), by: 1 }], String(change?.became))
        }
      })
    })
    return rows
  },
}
