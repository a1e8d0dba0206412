/** How an expectation stands between its two people: who has committed to exactly these words. Pure. */
import type { Commitment } from '@tandem/shared/contracts/commitments.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { expectation } from '@tandem/shared/document/entries/expectation.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'
import { normalisedWords, type Wording } from '@tandem/shared/document/wording.ts'
import type { PersonId } from '@tandem/shared/ids.ts'

/** `lapsed`: they committed to other words. */
export type Yes = 'committed' | 'lapsed' | 'open'

export interface Party {
  readonly person: PersonId
  readonly name: string
  readonly hue: number
}

export interface PartyStanding extends Party {
  readonly yes: Yes
  /** What they last said yes to; absent while they never did, or have taken it back. */
  readonly commitment: Commitment | undefined
}

/** The wording of an expectation as it stands on its page. */
export function wordingOf({ text, facts }: { readonly text: string; readonly facts: Facts }): Wording {
  const { direction, by } = readKindFacts(expectation, facts)
  return { words: text, direction, by }
}

export function isSameWording(a: Wording, b: Wording): boolean {
  return a.direction === b.direction && a.by === b.by && normalisedWords(a.words) === normalisedWords(b.words)
}

/** `commitments` are those of one block, the oldest first. */
export function standingOf(commitments: readonly Commitment[], now: Wording, parties: readonly Party[]): readonly PartyStanding[] {
  return parties.map((party) => {
    const last = commitments.findLast(({ person }) => person === party.person)
    if (!last || last.kind === 'taken-back') return { ...party, yes: 'open', commitment: undefined }
    return { ...party, yes: isSameWording(last, now) ? 'committed' : 'lapsed', commitment: last }
  })
}
