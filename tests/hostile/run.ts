/**
 * `pnpm hostile [--frames 10000] [--wire 2500] [--rate 500] [--seed 1]`: `--frames` mutated and as many random frames to the relay without a network, `--wire` of each
 * over real sockets to a real server, `--rate` in a second, and what two people in another room feel of those. Ends with one line of figures.
 */
import { parseArgs } from 'node:util'
import { startServer } from '../support/server.ts'
import { watchBystanders } from './bystanders.ts'
import { stormInside } from './storm-inside.ts'
import { storm } from './storm.ts'

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '10000' },
    wire: { type: 'string', default: '2500' },
    rate: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
})
const [frames, wire, rate, seed] = [values.frames, values.wire, values.rate, values.seed].map(Number) as [number, number, number, number]
if (![frames, wire, rate, seed].every((value) => Number.isSafeInteger(value) && value > 0)) throw new Error('All options are whole numbers above 0.')

const QUIET_MS = 10_000

await using server = await startServer({ env: { LIMIT_SIGN_INS: '0', LIMIT_CALLS: '0', LOG_LEVEL: 'error' } })
const bystanders = watchBystanders(server.address)
await new Promise((resolve) => {
  setTimeout(resolve, QUIET_MS)
})
const quiet = await bystanders.takeFelt()
const outside = await storm(server, { frames: wire, seed, rate })
const loud = await bystanders.takeFelt()
await bystanders.stop()
const defects = server.output().match(/"level":[56]0/g)?.length ?? 0
tell(`over sockets, ${rate} a second`, { ...outside, frames: wire, defects })
console.log(`the others' p99 (ms): ${quiet.p99.toFixed(1)} without, ${loud.p99.toFixed(1)} with (${quiet.keystrokes} and ${loud.keystrokes} keystrokes)`)

const began = performance.now()
const inside = await stormInside({
  frames,
  seed,
  told: (sent) => console.log(`${sent} frames, ${Math.round((sent * 1000) / (performance.now() - began))} a second`),
})
tell('without a network', inside)
process.exitCode = outside.breaches.length + inside.breaches.length + defects + inside.defects === 0 ? 0 : 1

interface Told {
  readonly frames: number
  readonly closed: number
  readonly refused: number
  readonly defects: number
  readonly breaches: readonly string[]
  readonly heard: Readonly<Record<string, number>>
}

function tell(how: string, report: Told): void {
  for (const breach of report.breaches) console.error(breach)
  const { frames: count, closed, refused, breaches } = report
  console.log(`${how}: ${JSON.stringify(report.heard)}`)
  console.log(
    `${how}: ${count} mutated and ${count} random frames, ${closed} closed, ${refused} refused, ${breaches.length} breaches, ${report.defects} defects`,
  )
}
