/** What the line beside an action says of its owner's yes. Pure. */
import type { VouchedLine } from '../ui/vouched-line.ts'
import { vouchingWords } from '../words/vouching.ts'
import type { AcceptanceStanding } from './acceptance-standing.ts'

const say = vouchingWords.acceptance

/** `undefined` where nothing need be said. */
export function acceptanceLine(
  standing: AcceptanceStanding,
  { me, nameOf }: { readonly me: string; readonly nameOf: (person: string) => string },
): VouchedLine | undefined {
  if (standing.kind !== 'proposed' && standing.kind !== 'declined') return undefined
  const name = nameOf(standing.owner)
  const text = standing.kind === 'declined' ? say.declinedBy(name) : standing.owner === me ? say.waitingForMe : say.proposedTo(name)
  return { dots: [], parts: [{ text, tone: standing.kind === 'declined' || standing.owner === me ? 'warn' : 'plain' }], strip: [], label: '' }
}
