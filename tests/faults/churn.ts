/** Pairs who come and go all the time, in a process of their own. */
import type { ManyJournal } from '../support/many-journals.ts'
import { startProgram } from './start-program.ts'

export interface ChurnPlan {
  readonly address: string
  readonly journals: readonly ManyJournal[]
  /** What is written into each journal by the first who opens it. */
  readonly documentBytes: number
  /** Milliseconds, around which each varies by half: how long a tab stays open, how long both are away then, and how long until the next key. */
  readonly stay: number
  readonly away: number
  readonly typeEvery: number
}

export interface ChurnReport {
  readonly joins: number
  readonly keystrokes: number
  /** How many were there at the end. */
  readonly stayed: number
  /** Joins that were refused and connections that were ended. */
  readonly failed: number
  /** Some of the reasons. */
  readonly failures: readonly string[]
}

export interface Churn {
  /** Once each journal was opened and holds something. */
  readonly filled: Promise<void>
  /** Everybody leaves. */
  end(): Promise<ChurnReport>
}

/** `folder` is where the plan is left for the process. */
export function startChurn(folder: string, plan: ChurnPlan): Churn {
  const program = startProgram('churners', folder, plan)
  return { filled: program.next<object>().then(() => undefined), end: () => program.end<ChurnReport>() }
}
