/** One kind of trouble: what it does to a real server, and what came of it. */

/** How much of it: `short` is part of `npm test`, `full` is `pnpm faults`. */
export type Extent = 'short' | 'full'

export interface ScenarioOptions {
  readonly extent: Extent
  readonly seed: number
  /** How many kills; of the scenarios that kill at random. */
  readonly cycles: number
  /** How long; of the scenario that looks for what adds up. */
  readonly minutes: number
  /** Told now and then how far it is. */
  readonly told: (line: string) => void
}

export interface Verdict {
  /** The figures of the table, in a few words each. */
  readonly figures: readonly string[]
  /** What did not hold; empty when everything did. */
  readonly problems: readonly string[]
  /** What this machine lacks for it; the figures then say nothing. */
  readonly notRun?: string
}

export interface Scenario {
  readonly name: string
  /** What must hold, for the table. */
  readonly claim: string
  run(options: ScenarioOptions): Promise<Verdict>
}

/** A verdict for a machine that cannot run it. */
export function notRun(why: string): Verdict {
  return { figures: [], problems: [], notRun: why }
}
