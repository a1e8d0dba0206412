/** What the line beside an expectation says of its two people. Pure. */
import { assertNever } from '@tandem/shared/ids.ts'
import type { VouchedLine, VouchedPart } from '../ui/vouched-line.ts'
import { firstName } from '../words/first-name.ts'
import { vouchingWords } from '../words/vouching.ts'
import type { PartyStanding } from './commitment-standing.ts'

const say = vouchingWords.commitment

/** `undefined` while there is nobody to commit. */
export function commitmentLine(standing: readonly PartyStanding[], me: string): VouchedLine | undefined {
  if (standing.length === 0) return undefined
  return {
    dots: standing.map(({ name, hue, yes }) => ({ name, hue, isFilled: yes === 'committed' })),
    parts: partsOf(standing, me),
    strip: [],
    label: standing.map(({ name, yes }) => say.spoken[yes](name)).join(', '),
  }
}

function partsOf(standing: readonly PartyStanding[], me: string): readonly VouchedPart[] {
  const lapsed = standing.filter(({ yes }) => yes === 'lapsed')
  if (lapsed.length > 0) return [{ text: say.changed, tone: 'warn' }]
  const open = standing.filter(({ yes }) => yes === 'open')
  if (open.length === standing.length) return []
  if (open.length === 0) return [{ text: standing.length > 1 ? say.committed : say.committedBy(firstName(standing[0]?.name ?? '')), tone: 'good' }]
  return [{ text: open.some(({ person }) => person === me) ? say.waitingForMe : say.waitingFor(firstName(open[0]?.name ?? '')), tone: 'plain' }]
}

/** When a yes was given, as a person reads it; `sayTime` puts a time in words. */
export function yesWords({ yes, commitment }: PartyStanding, sayTime: (at: number) => string): string {
  switch (yes) {
    case 'committed':
      return say.committedAt(sayTime(commitment?.at ?? 0))
    case 'lapsed':
      return say.lapsedSince(sayTime(commitment?.at ?? 0))
    case 'open':
      return say.notYet
    default:
      return assertNever(yes)
  }
}
