/** `pnpm bench [scenario…] [--quick] [--only=<system>]`: measures Tandem and its peers in one run and prints one table. See README.md. */
import { availableParallelism } from 'node:os'
import type { Bench } from './scenario.ts'
import { catchUp } from './scenarios/catch-up.ts'
import { comingBack } from './scenarios/coming-back.ts'
import { feed } from './scenarios/feed.ts'
import { growth } from './scenarios/growth.ts'
import { history } from './scenarios/history.ts'
import { idle } from './scenarios/idle.ts'
import { joins } from './scenarios/joins.ts'
import { keystroke } from './scenarios/keystroke.ts'
import { pages } from './scenarios/pages.ts'
import { threads } from './scenarios/threads.ts'
import { calls, crowd, flood, single } from './scenarios/typing.ts'
import { broadcast, classical, durable, hocuspocus } from './systems/peers.ts'
import { tandem } from './systems/tandem.ts'
import { type Measured, renderTable } from './table.ts'

const SCENARIOS = [keystroke, pages, threads, flood, single, calls, crowd, idle, joins, history, growth, feed, catchUp, comingBack]

const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const only = words.find((word) => word.startsWith('--only='))?.slice('--only='.length)
const wanted = words.filter((word) => !word.startsWith('--'))
const unknown = wanted.filter((word) => !SCENARIOS.some((scenario) => scenario.name === word))
if (unknown.length > 0) {
  console.error(`There is no scenario ${unknown.join(', ')}. There are: ${SCENARIOS.map((scenario) => scenario.name).join(', ')}.`)
  process.exit(2)
}

const notes: string[] = []
let crashes = 0
const bench: Bench = {
  isQuick,
  repetitions: 3,
  timing: isQuick ? { warmUpMs: 500, measureMs: 1500 } : { warmUpMs: 1500, measureMs: 5000 },
  pacedTiming: isQuick ? { warmUpMs: 3000, measureMs: 2000 } : { warmUpMs: 12_000, measureMs: 6000 },
  systems: [tandem, hocuspocus, classical, durable, broadcast].filter((system) => !only || system.name === only),
  note: (note) => void notes.push(note),
  crashed: (note) => {
    crashes += 1
    notes.push(`CRASH: ${note.slice(0, 1500)}`)
  },
}

// Leaving in order lets the servers be ended, those that are frozen too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const measured: Measured[] = []
for (const scenario of SCENARIOS) {
  if (wanted.length > 0 && !wanted.includes(scenario.name)) continue
  console.log(`${scenario.name} …`)
  try {
    measured.push({ scenario, rows: await scenario.run(bench) })
  } catch (error) {
    bench.crashed(`${scenario.name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
console.log(`\n${renderTable(measured)}\n`)
console.log(`Medians of ${bench.repetitions}, Node ${process.version}, ${availableParallelism()} cores${isQuick ? ', quick: the figures are rough' : ''}.`)
for (const note of new Set(notes)) console.log(note)
process.exit(crashes === 0 ? 0 : 1)
