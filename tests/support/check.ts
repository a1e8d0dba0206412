/** `pnpm check`: everything that can be known in under a minute. Run it before every push. */
import { STATIC_CHECKS } from './static-checks.ts'
import { runSteps } from './steps.ts'

const results = await runSteps(
  [
    { name: 'unit and architecture tests', command: ['node_modules/.bin/vitest', 'run', '--project', 'unit', '--project', 'architecture', '--reporter=dot'] },
    ...STATIC_CHECKS,
  ],
  2,
)
const failed = results.filter((result) => !result.passed)
console.log(failed.length === 0 ? 'Everything holds.' : `Failed: ${failed.map((result) => result.name).join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
