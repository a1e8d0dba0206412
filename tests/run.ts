/**
 * `npm test`: everything, from the machine's parts to the browsers, ending with one line `N passed, N failed`.
 * A part of the machine that is missing is a failure under CI=true and a loud notice elsewhere.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { prepareMachine } from './support/machine.ts'
import { STATIC_CHECKS } from './support/static-checks.ts'
import { ROOT, runStep, runSteps, type StepResult } from './support/steps.ts'

/** Run one after the other: the second holds what attacks, kills and fills servers and must not compete for the processor. */
const PHASES = [
  { name: 'units, rules, contracts, calls and convergence', projects: ['unit', 'architecture', 'contracts', 'http', 'told', 'convergence'], workers: 2 },
  { name: 'relay, hostility, operations and faults', projects: ['relay', 'hostile', 'operations', 'faults'], workers: 1 },
  { name: 'browsers', projects: ['browser'], workers: 2 },
] as const

/** What is read of vitest's report. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[]
  }[]
}

interface Tally {
  passed: number
  failed: number
}

const tally: Tally = { passed: 0, failed: 0 }
const failures: string[] = []
const isStrict = process.env['CI'] === 'true'

const missing = prepareMachine()
for (const part of missing) console.log(`\n  !!! ${part.words}\n`)
if (isStrict) tally.failed += missing.length
const unable = new Set(missing.flatMap((part) => part.neededBy))

const build = { name: 'build of the client', command: ['pnpm', 'run', 'build'] } as const
for (const result of [await runStep(build), ...(await runSteps(STATIC_CHECKS, 2))]) count(result)

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
  tally.passed += counted.numPassedTests
  // A run that fails without a failed test (a crash, an error outside of any test) is a failure too.
  tally.failed += counted.numFailedTests === 0 && !result.passed ? 1 : counted.numFailedTests
  failures.push(...failedTests(counted))
}
await rm(reports, { recursive: true, force: true })

// The end of a long run's output is what is kept of it: what failed stands there.
for (const part of missing) console.log(`!!! ${part.words}`)
for (const failure of failures) console.log(failure)
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 ? 0 : 1

function count({ name, passed }: StepResult): void {
  if (passed) tally.passed += 1
  else {
    tally.failed += 1
    failures.push(`FAILED ${name}`)
  }
}

/** The numbers of vitest's report; none when it did not live to write it. */
async function readReport(path: string): Promise<Report> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  return { numPassedTests: 0, numFailedTests: 0, testResults: [], ...(JSON.parse(text) as Partial<Report>) }
}

/** A line for each failed test: its file, its name, and what it said first. */
function failedTests({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) =>
          `FAILED ${relative(ROOT, name)}: ${fullName.trim()}: ${stripVTControlCharacters(failureMessages[0] ?? '').split('\n')[0]}`,
      ),
  )
}
