/** Pairs open and close their journals all day: what they leave behind in the server's memory must not add up. */
import { eventually } from '../../support/eventually.ts'
import { makeManyJournals } from '../../support/many-journals.ts'
import { startServer } from '../../support/server.ts'
import { type Bystanders, startBystanders } from '../bystanders.ts'
import { startChurn } from '../churn.ts'
import type { Scenario } from '../scenario.ts'
import { memoryOf } from '../server-memory.ts'
import { SERVER_ENV, temporaryFolder } from '../temporary-folder.ts'

const DOCUMENT_BYTES = 20_000
const PEOPLE = 2
/** A tab stays for a minute, and a room is closed five seconds after the last one left: most are closed in between, some are caught at it. */
const FULL = { journals: 2500, stay: 60_000, away: 8000, typeEvery: 20_000, sampleEvery: 5000, grows: 1.1 }
/** So short, a process is still growing into its work: this shows that nothing breaks, and nothing large is left behind. */
const SHORT = { journals: 60, stay: 1500, away: 6000, typeEvery: 400, sampleEvery: 200, grows: 1.3 }
const STALLED = 1000

export const steadyChurn: Scenario = {
  name: 'steady-churn',
  claim: '5,000 connections on 2,500 journals of 20 kB that come and go: memory stays flat, nobody is dropped, no room or connection is left behind',
  run: async ({ extent, minutes, told }) => {
    const { journals, sampleEvery, grows, ...pace } = extent === 'short' ? SHORT : FULL
    await using folder = await temporaryFolder()
    await using server = await startServer({ dataDir: folder.dataDir, env: SERVER_ENV })
    const made = await makeManyJournals(server.address, { journals, people: PEOPLE })
    told(`${journals} journals are made`)
    const churn = startChurn(folder.path, { address: server.address, journals: made, documentBytes: DOCUMENT_BYTES, ...pace })
    await churn.filled
    const bystanders = await startBystanders(server.address, 200)
    const sizes = await memoryOver(minutes * 60_000, sampleEvery, () => memoryOf(server.processId).now, told)
    const early = middleOf(sizes, 0.25, 0.5)
    const late = middleOf(sizes, 0.75, 1)
    const report = await churn.end()
    const delays = await endOf(bystanders)
    const left = () => Promise.all(['tandem_rooms', 'tandem_connections'].map((name) => metric(server.address, name)))
    const isEmpty = await eventually('all rooms are closed', async () => (await left()).every((count) => count === 0), 60_000).catch(() => false)
    const [rooms, connections] = await left()
    return {
      figures: [
        `${report.joins} joins, ${report.keystrokes} keystrokes, ${report.stayed} connections at the end`,
        `memory ${early} MB in the second quarter, ${late} MB in the last`,
        `others’ keystrokes p99 ${Math.round(delays.worstOfHundred)} ms, worst ${Math.round(delays.worst)} ms`,
      ],
      problems: [
        ...(late > early * grows ? [`memory grew from ${early} to ${late} MB`] : []),
        ...(report.failed > 0 ? [`${report.failed} were refused or dropped: ${report.failures.join('; ')}`] : []),
        ...(isEmpty ? [] : [`${rooms} rooms and ${connections} connections are left behind`]),
        ...(delays.worst > STALLED ? [`a keystroke of others took ${Math.round(delays.worst)} ms`] : []),
      ],
    }
  },
}

/** Reads a size again and again for so many milliseconds. */
async function memoryOver(milliseconds: number, every: number, read: () => number, told: (line: string) => void): Promise<number[]> {
  const sizes: number[] = []
  const from = performance.now()
  let tenths = 1
  await eventually(
    'the time has passed',
    () => {
      const passed = performance.now() - from
      if (passed >= sizes.length * every) sizes.push(read())
      if (passed >= (tenths * milliseconds) / 10) {
        tenths += 1
        told(`after ${(passed / 60_000).toFixed(1)} min: ${sizes.at(-1)} MB`)
      }
      return passed >= milliseconds
    },
    milliseconds + 60_000,
  )
  return sizes
}

/** The median of a part of the samples. */
function middleOf(sizes: readonly number[], from: number, to: number): number {
  const part = sizes.slice(Math.floor(sizes.length * from), Math.ceil(sizes.length * to)).toSorted((a, b) => a - b)
  return part[Math.floor(part.length / 2)] ?? 0
}

async function endOf(bystanders: Bystanders) {
  const delays = bystanders.delays()
  await bystanders.stop()
  return delays
}

async function metric(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  const value = new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]
  if (value === undefined) throw new Error(`The server tells no ${name}.`)
  return Number(value)
}
