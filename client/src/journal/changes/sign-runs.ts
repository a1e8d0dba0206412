/** What is said beside each of several changes that stand below one another: who and when once for all of one hand and one time, or a page would be full of it. Pure. */
import type { Millis } from '@tandem/shared/ids.ts'
import type { Signed } from './marked-changes.ts'

/** So far apart changes of one hand are still of one time. */
const ONE_TIME: Millis = 15 * 60_000

export interface Signable extends Signed {
  readonly block: string
  readonly notes: readonly string[]
}

/** Says the note of a change that stands right below the one it was asked for last; `apart` when other words stand between. The current one is always told in full. */
export type SignNext = (change: Signable, where: { readonly apart: boolean; readonly current: string | undefined }) => readonly string[]

export function createSigning(): SignNext {
  let above: Signable | undefined
  return (change, { apart, current }) => {
    const before = apart ? undefined : above
    above = change
    const full = [change.who, change.when, ...change.notes]
    if (!before || change.block === current || before.who !== change.who || Math.abs(before.at - change.at) > ONE_TIME) return full
    // "New" below something new is seen.
    return change.notes.filter((note) => !before.notes.includes(note))
  }
}
