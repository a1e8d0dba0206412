/** Figures to reach: against a peer measured in the same run, or in absolute terms. */
import type { SystemName } from './systems/system.ts'

export interface Goal {
  readonly comparison: 'at least' | 'at most'
  readonly amount: number
  /** The amount is a factor of this peer's figure; without it, it is the figure itself. */
  readonly of?: SystemName
}

export interface Verdict {
  /** As in `≥ 5 × Hocuspocus: 6.2`. */
  readonly words: string
  readonly reached: boolean
}

export const atLeast = (amount: number, of?: SystemName): Goal => ({ comparison: 'at least', amount, ...(of ? { of } : {}) })
export const atMost = (amount: number, of?: SystemName): Goal => ({ comparison: 'at most', amount, ...(of ? { of } : {}) })

/** Judges Tandem's figure; `undefined` when it or the peer's is missing. */
export function judge(goal: Goal, values: ReadonlyMap<SystemName, number>): Verdict | undefined {
  const own = values.get('Tandem')
  const peer = goal.of ? values.get(goal.of) : 1
  if (own === undefined || peer === undefined || Number.isNaN(own) || Number.isNaN(peer)) return undefined
  const found = own / peer
  const reached = goal.comparison === 'at least' ? found >= goal.amount : found <= goal.amount
  const sign = goal.comparison === 'at least' ? '≥' : '≤'
  const wanted = goal.of ? `${sign} ${shownAmount(goal.amount)} × ${goal.of}` : `${sign} ${shownAmount(goal.amount)}`
  return { words: `${wanted}: ${shownAmount(found)}`, reached }
}

/** Three significant digits, thousands apart. */
export function shownAmount(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
