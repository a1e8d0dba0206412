/**
 * `pnpm faults [--cycles 100] [--minutes 5] [--seed 1] [--only kill,full-disk] [--short]`: every kind of trouble, on real servers, judged by a separate auditor.
 * Ends with a table; the exit code is 0 only if everything held. What this machine cannot run is said loudly, and is a failure under CI=true.
 */
import { parseArgs } from 'node:util'
import { SCENARIOS } from './all-scenarios.ts'
import type { Scenario, ScenarioOptions, Verdict } from './scenario.ts'

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
})
const cycles = Number(values.cycles)
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!Number.isSafeInteger(cycles) || cycles < 1 || !Number.isSafeInteger(seed)) throw new Error('--cycles and --seed are whole numbers.')
if (!(minutes > 0)) throw new Error('--minutes is how long.')
const names = values.only?.split(',')
const unknown = names?.filter((name) => SCENARIOS.every((scenario) => scenario.name !== name)) ?? []
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are: ${SCENARIOS.map((scenario) => scenario.name).join(', ')}.`)

const rows: { readonly scenario: Scenario; readonly verdict: Verdict; readonly seconds: number }[] = []
for (const scenario of SCENARIOS.filter(({ name }) => names === undefined || names.includes(name))) {
  console.log(`\n${scenario.name}: ${scenario.claim}`)
  const options: ScenarioOptions = { extent: values.short ? 'short' : 'full', seed, cycles, minutes, told: (line) => console.log(`  ${line}`) }
  const from = performance.now()
  const verdict = await scenario.run(options).catch(failed)
  rows.push({ scenario, verdict, seconds: (performance.now() - from) / 1000 })
}

console.log('')
for (const { scenario, verdict, seconds } of rows) {
  console.log(`${wordOf(verdict).padEnd(8)} ${scenario.name.padEnd(18)} ${seconds.toFixed(0).padStart(5)} s  ${verdict.figures.join(' · ')}`)
  for (const problem of verdict.problems.slice(0, 10)) console.log(`         ${problem}`)
  if (verdict.notRun) console.log(`     !!! not run: ${verdict.notRun}`)
}
const isStrict = process.env['CI'] === 'true'
const bad = rows.filter(({ verdict }) => verdict.problems.length > 0 || (isStrict && verdict.notRun))
console.log(bad.length === 0 ? '\nNothing was lost and nobody was lied to.' : `\n${bad.length} of ${rows.length} did not hold.`)
process.exitCode = bad.length === 0 ? 0 : 1

function failed(error: unknown): Verdict {
  return { figures: [], problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
}

function wordOf({ problems, notRun }: Verdict): string {
  if (problems.length > 0) return 'FAILED'
  return notRun ? 'not run' : 'held'
}
