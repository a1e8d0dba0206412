/** What a view is narrowed down to. It stands in the address, so that it can be linked and gone back to. Pure. */
import { GoalPhase } from '@tandem/shared/document/entries/goal.ts'

export interface ViewFilter {
  /** Whose: `me` follows whoever reads; otherwise a person's id, and `undefined` for everybody. */
  readonly of: string | undefined
  /** Which of them, in the view's own words; `undefined` for what the view shows first. */
  readonly show: string | undefined
  readonly by: 'goal' | undefined
  /** Of goals: whether the phase the pair is in is about them. */
  readonly phase: GoalPhase | undefined
}

export const NO_FILTER: ViewFilter = { of: undefined, show: undefined, by: undefined, phase: undefined }

/** Reads the search of an address. What it does not know it leaves out: an old link still opens. */
export function parseFilter(search: string): ViewFilter {
  const asked = new URLSearchParams(search)
  return {
    of: asked.get('of') || undefined,
    show: asked.get('show') || undefined,
    by: asked.get('by') === 'goal' ? 'goal' : undefined,
    phase: GoalPhase.safeParse(asked.get('phase')).data,
  }
}

/** The search of the address for this filter; empty when nothing is narrowed down. */
export function filterSearch(filter: ViewFilter): string {
  const said = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`
}

/** The person the filter speaks of. */
export function findPerson<Person extends string>({ of }: ViewFilter, me: Person): Person | undefined {
  return of === 'me' ? me : (of as Person | undefined)
}
