/** What a scenario is, and the rows it yields for the table. */
import type { Goal } from './goals.ts'
import type { Timing } from './load/plan.ts'
import type { System, SystemName } from './systems/system.ts'

export interface Bench {
  readonly isQuick: boolean
  readonly repetitions: number
  readonly timing: Timing
  /** For people who type at their own pace: so little is done a second that a program needs this long to be compiled and its threads to be there. */
  readonly pacedTiming: Timing
  readonly systems: readonly System[]
  /** Something a reader of the table must know. */
  note(words: string): void
  /** A crash: it is told, and the benchmark ends with a failure. */
  crashed(words: string): void
}

/** One figure of all systems. */
export interface Row {
  readonly figure: string
  readonly unit: string
  /** Medians; a system that was not measured is absent. */
  readonly values: ReadonlyMap<SystemName, number>
  readonly goals: readonly Goal[]
}

export interface Scenario {
  readonly name: string
  readonly title: string
  run(bench: Bench): Promise<readonly Row[]>
}
