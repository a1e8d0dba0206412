/** What is checked without running the program: format, lint, types of every package, unused code. */
import type { Step } from './steps.ts'

const bin = (name: string) => `node_modules/.bin/${name}`

export const STATIC_CHECKS: readonly Step[] = [
  { name: 'format', command: [bin('biome'), 'format', '.'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '.'] },
  { name: 'types of shared', command: [bin('tsc'), '-p', 'shared'] },
  { name: 'types of server', command: [bin('tsc'), '-p', 'server'] },
  { name: 'types of client', command: [bin('tsc'), '-p', 'client'] },
  { name: 'types of tests', command: [bin('tsc'), '-p', 'tests'] },
  { name: 'unused code and dependencies', command: [bin('knip')] },
]
