/** Which answers to the mentorship anchor somebody may see. Pure. */
import type { AnchorAnswer, AnchorQuestion } from '@tandem/shared/contracts/mentorship-anchors.ts'
import type { BlockId, PersonId } from '@tandem/shared/ids.ts'
import type { Seat } from '@tandem/shared/roles.ts'

/** Who is asked what. */
const ASKED: Readonly<Record<Seat, readonly AnchorQuestion[]>> = { mentee: ['wants'], mentor: ['willing', 'able'], third: [] }

export function isAsked(seat: Seat, question: AnchorQuestion): boolean {
  return ASKED[seat].includes(question)
}

/** Who sits where now; a chair may be empty. */
export type Pair = Readonly<Partial<Record<'mentor' | 'mentee', PersonId>>>

export interface Revealed {
  readonly answers: readonly AnchorAnswer[]
  /** Who has given all of theirs, without what they said. */
  readonly given: readonly { readonly block: BlockId; readonly person: PersonId }[]
}

/** One's own answers are always seen; everybody else's only where both of the pair have given all of theirs. */
export function revealAnswers(all: readonly AnchorAnswer[], { pair, reader }: { readonly pair: Pair; readonly reader: PersonId }): Revealed {
  const blocks = [...new Set(all.map(({ block }) => block))]
  const hasGiven = (block: BlockId, seat: 'mentor' | 'mentee') =>
    ASKED[seat].every((question) => all.some((answer) => answer.block === block && answer.person === pair[seat] && answer.question === question))
  const open = new Set(blocks.filter((block) => hasGiven(block, 'mentor') && hasGiven(block, 'mentee')))
  return {
    answers: all.filter(({ block, person }) => person === reader || open.has(block)),
    given: blocks.flatMap((block) =>
      (['mentor', 'mentee'] as const).flatMap((seat) => {
        const person = pair[seat]
        return person !== undefined && hasGiven(block, seat) ? [{ block, person }] : []
      }),
    ),
  }
}
