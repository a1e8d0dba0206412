/** A short run of every kind of trouble. `pnpm faults` runs more of each. */
import { expect, test } from 'vitest'
import type { Scenario, Verdict } from './scenario.ts'
import { failingDisk } from './scenarios/failing-disk.ts'
import { fullDisk } from './scenarios/full-disk.ts'
import { idleCrowd } from './scenarios/idle-crowd.ts'
import { joinStorm } from './scenarios/join-storm.ts'
import { killCycles } from './scenarios/kill-cycles.ts'
import { killedCompaction } from './scenarios/killed-compaction.ts'
import { killedStart } from './scenarios/killed-start.ts'
import { roomRaces } from './scenarios/room-races.ts'
import { slowReaders } from './scenarios/slow-readers.ts'
import { slowStore } from './scenarios/slow-store.ts'
import { steadyChurn } from './scenarios/steady-churn.ts'

const SLOW = 300_000

async function runShort(scenario: Scenario): Promise<Verdict> {
  const verdict = await scenario.run({ extent: 'short', seed: 20_261_123, cycles: 20, minutes: 0.6, told: () => {} })
  if (!verdict.notRun) return verdict
  // Loud where it is not run, and a failure where nothing may be left out.
  console.warn(`!!! ${scenario.name} was not run: ${verdict.notRun}`)
  return process.env['CI'] === 'true' ? { ...verdict, problems: [verdict.notRun] } : verdict
}

test('[R4] every acked edit survives 20 kills in the middle of writing', { timeout: SLOW }, async () => {
  expect((await runShort(killCycles)).problems).toEqual([])
})

// Most of their time these wait for what the server does in its own time, so they wait together.
test.concurrent('[R18] a disk that fails once or for good: no ack for what is not kept, everybody is told, everything is stored afterwards', {
  timeout: SLOW,
}, async () => {
  expect((await runShort(failingDisk)).problems).toEqual([])
})

test.concurrent('[R17] [R18] a slow store that fails at every fifth commit loses nothing, and no room with unsaved words is unloaded', {
  timeout: SLOW,
}, async () => {
  expect((await runShort(slowStore)).problems).toEqual([])
})

test.concurrent('[R17] rooms that open and close while people write lose nothing', { timeout: SLOW }, async () => {
  expect((await runShort(roomRaces)).problems).toEqual([])
})

test.concurrent('[R17] pairs who come and go leave nothing behind', { timeout: SLOW }, async () => {
  expect((await runShort(steadyChurn)).problems).toEqual([])
})

test('[R18] a full disk is told, and everything is stored when there is room again', { timeout: SLOW }, async () => {
  expect((await runShort(fullDisk)).problems).toEqual([])
})

test('[L8] snapshot and compaction killed in the middle of any step lose nothing', { timeout: SLOW }, async () => {
  expect((await runShort(killedCompaction)).problems).toEqual([])
})

test('a first start killed in the middle leaves nothing that keeps the next one from succeeding', { timeout: SLOW }, async () => {
  expect((await runShort(killedStart)).problems).toEqual([])
})

test('[R16] slow readers are closed before 4 MiB wait for them, and come back to everything', { timeout: SLOW }, async () => {
  expect((await runShort(slowReaders)).problems).toEqual([])
})

test('[R17] a storm of joins of a large journal stalls nobody', { timeout: SLOW }, async () => {
  expect((await runShort(joinStorm)).problems).toEqual([])
})

test('[R23] many idle connections are kept, and nobody else notices', { timeout: SLOW }, async () => {
  expect((await runShort(idleCrowd)).problems).toEqual([])
})
