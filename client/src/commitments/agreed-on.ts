/** Which expectations both had committed to by the end of a day, in which words. Pure. */
import type { Commitment } from '@tandem/shared/contracts/commitments.ts'
import type { Millis } from '@tandem/shared/ids.ts'
import { isSameWording, type Party } from './commitment-standing.ts'

export interface Agreed {
  readonly block: string
  /** The wording, as the later of the two committed to it; one commitment of each. */
  readonly commitments: readonly Commitment[]
  readonly words: string
}

/** An agreement stands until both agree to other words or one of them takes theirs back. `all` are by block, the oldest first; `end` is the first moment after the day. */
export function agreedOn(
  all: ReadonlyMap<string, readonly Commitment[]>,
  { end, parties }: { readonly end: Millis; readonly parties: readonly Party[] },
): readonly Agreed[] {
  if (parties.length < 2) return []
  return [...all].flatMap(([block, rows]) => {
    const agreed = lastAgreed(
      rows.filter(({ at }) => at < end),
      parties,
    )
    const words = agreed?.at(-1)?.words
    return agreed && words !== undefined ? [{ block, commitments: agreed, words }] : []
  })
}

/** Follows what was said in order: agreed as soon as all parties' latest yes is to the same words, and until one takes back theirs. */
function lastAgreed(rows: readonly Commitment[], parties: readonly Party[]): readonly Commitment[] | undefined {
  const latest = new Map<string, Commitment>()
  let agreed: readonly Commitment[] | undefined
  for (const row of rows) {
    if (row.kind === 'taken-back') {
      latest.delete(row.person)
      if (agreed?.some(({ person }) => person === row.person)) agreed = undefined
      continue
    }
    latest.set(row.person, row)
    const given = parties.flatMap(({ person }) => latest.get(person) ?? [])
    if (given.length === parties.length && given.every((one) => isSameWording(one, row))) agreed = given.toSorted((a, b) => a.at - b.at)
  }
  return agreed
}
