/**
 * `npm test`: everything, from the machine's parts to the browsers, ending with one line `N passed, N failed`.
 * A part of the machine that is missing is a failure under CI=true and a loud notice elsewhere.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareMachine } from './support/machine.ts'
import { STATIC_CHECKS } from './support/static-checks.ts'
import { runStep, runSteps } from './support/steps.ts'

/** Run one after the other: the second holds what attacks, kills and fills servers and must not compete for the processor. */
const PHASES = [
  { name: 'units, rules, contracts, calls and convergence', projects: ['unit', 'architecture', 'contracts', 'http', 'told', 'convergence'], workers: 2 },
  { name: 'relay, hostility, operations and faults', projects: ['relay', 'hostile', 'operations', 'faults'], workers: 1 },
  { name: 'browsers', projects: ['browser'], workers: 2 },
] as const

interface Tally {
  passed: number
  failed: number
}

const tally: Tally = { passed: 0, failed: 0 }
const isStrict = process.env['CI'] === 'true'

const missing = prepareMachine()
for (const part of missing) console.log(`\n  !!! ${part.words}\n`)
if (isStrict) tally.failed += missing.length
const unable = new Set(missing.flatMap((part) => part.neededBy))

const build = { name: 'build of the client', command: ['pnpm', 'run', 'build'] } as const
for (const result of [await runStep(build), ...(await runSteps(STATIC_CHECKS, 2))]) count(result.passed)

const reports = await mkdtemp(join(tmpdir(), 'tandem-reports-'))
for (const phase of PHASES) {
  const projects: string[] = phase.projects.filter((project) => !unable.has(project))
  const report = join(reports, `${projects.join('-')}.json`)
  const result = await runStep({
    name: phase.name,
    live: true,
    command: [
      'node_modules/.bin/vitest',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      `--maxWorkers=${phase.workers}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  })
  const counted = await readReport(report)
  tally.passed += counted.passed
  // A run that fails without a failed test (a crash, an error outside of any test) is a failure too.
  tally.failed += counted.failed === 0 && !result.passed ? 1 : counted.failed
}
await rm(reports, { recursive: true, force: true })

if (missing.length > 0) for (const part of missing) console.log(`!!! ${part.words}`)
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 ? 0 : 1

function count(passed: boolean): void {
  if (passed) tally.passed += 1
  else tally.failed += 1
}

/** The numbers of vitest's report; none when it did not live to write it. */
async function readReport(path: string): Promise<Tally> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  const report = JSON.parse(text) as { numPassedTests?: number; numFailedTests?: number }
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 }
}
