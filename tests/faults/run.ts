/** `pnpm faults [--cycles 1000] [--seed 1]`: the kill cycles of the tests, as many as one likes, ending with one line of figures. */
import { parseArgs } from 'node:util'
import { runKillCycles } from './kill-cycles.ts'

const { values } = parseArgs({ options: { cycles: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } })
const cycles = Number(values.cycles)
const seed = Number(values.seed)
if (!Number.isSafeInteger(cycles) || cycles < 1 || !Number.isSafeInteger(seed)) throw new Error('--cycles and --seed are whole numbers.')

const { checked, lost, doubled } = await runKillCycles({
  cycles,
  seed,
  told: (cycle, audit) => console.log(`cycle ${cycle}: ${audit.checked} acked edits looked for, ${audit.lost.length} lost, ${audit.doubled.length} doubled`),
})
console.log(`${cycles} kills, ${checked} acked edits, ${lost.length} lost, ${doubled.length} doubled`)
process.exitCode = lost.length + doubled.length === 0 ? 0 : 1
