/** Test projects: `unit` stands beside the code; the others are the suites of tests/, which need more than one module. `tests/run.ts` runs them all. */
import { defineConfig } from 'vitest/config'

/** A fact that several processes bring about is waited for as long as a busy machine may need; one second is vitest's own limit. */
const PATIENT = { poll: { timeout: 45_000 } }

/** Whatever loads a part of the client finds its words there already. */
const IN_ENGLISH = ['client/src/words/testing/speak-english.ts']

/** Suites whose files may run side by side: they wait for facts and measure no time. */
const SIDE_BY_SIDE = new Set(['http', 'contracts', 'told', 'browser'])

/** A suite that starts processes or browsers: patient timeouts, and files one after another unless they may run side by side. */
function suite(name: string) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      setupFiles: IN_ENGLISH,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: PATIENT,
      fileParallelism: SIDE_BY_SIDE.has(name),
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{client,server,shared}/src/**/*.test.{ts,tsx}', 'tests/support/**/*.test.ts', 'tests/bench/**/*.test.ts'],
          setupFiles: IN_ENGLISH,
          // Style sheets are empty in tests, but the palette is itself under test.
          css: { include: [/tokens\.css/] },
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      suite('contracts'),
      suite('http'),
      suite('told'),
      suite('relay'),
      { test: { name: 'convergence', include: ['tests/convergence/**/*.test.ts'], setupFiles: IN_ENGLISH, testTimeout: 300_000 } },
      suite('operations'),
      suite('hostile'),
      suite('faults'),
      suite('browser'),
    ],
  },
})
