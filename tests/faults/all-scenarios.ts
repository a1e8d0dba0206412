/** Every kind of trouble there is, in the order of the table. */
import type { Scenario } from './scenario.ts'
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

export const SCENARIOS: readonly Scenario[] = [
  killCycles,
  failingDisk,
  slowStore,
  fullDisk,
  killedCompaction,
  killedStart,
  roomRaces,
  slowReaders,
  joinStorm,
  idleCrowd,
  steadyChurn,
]
