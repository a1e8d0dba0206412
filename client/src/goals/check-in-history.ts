/** The check-ins of a goal as they count: corrections in the place of what they correct, what was taken back left out, by day. Pure. */
import type { CheckIn } from '@tandem/shared/contracts/check-ins.ts'
import type { VouchedLine } from '../ui/vouched-line.ts'
import { vouchingWords } from '../words/vouching.ts'

/** `checkIns` are those of one goal, the oldest first. Nobody corrects or takes back another's. */
export function checkInHistory(checkIns: readonly CheckIn[]): readonly CheckIn[] {
  const standing = new Map<string, CheckIn>()
  for (const row of checkIns) {
    const earlier = row.replaces === null ? undefined : standing.get(row.replaces)
    if (earlier?.person === row.person) standing.delete(earlier.checkIn)
    if (row.kind === 'given') standing.set(row.checkIn, row)
  }
  return [...standing.values()].toSorted((a, b) => a.day.localeCompare(b.day) || a.at - b.at)
}

/** What a check-in says, before its sentence. */
export function checkInValue({ value, word }: CheckIn): string {
  return value === null ? (word ?? '') : String(value)
}

/** How many of the last values the small strip on the page shows. */
const SHOWN = 12

/** The line beside a goal: how its values went and how it stands; `undefined` while nobody has checked in. */
export function checkInLine(history: readonly CheckIn[]): VouchedLine | undefined {
  const last = history.at(-1)
  if (!last) return undefined
  const strip = history.flatMap(({ value }) => (value === null ? [] : [value])).slice(-SHOWN)
  const text = checkInValue(last)
  return { dots: [], parts: text ? [{ text, tone: 'plain' }] : [], strip, label: vouchingWords.checkIn.went(strip.join(', ')) }
}
