/** What became of one fact: "Fri 12 May → Tue 16 May", as the facts of the block say it themselves. Pure. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import { pageWords } from '../../words/page.ts'
import { type FactContext, factLine } from './fact-line.ts'

export interface FactChange {
  readonly field: string
  readonly was: unknown
  readonly became: unknown
}

/** `undefined` when nobody would see the difference. */
export function tellFact(kind: string, { field, was, became }: FactChange, context: FactContext): string | undefined {
  const say = (value: unknown) =>
    value === null
      ? ''
      : factLine(kind, { [field]: value } as Facts, context)
          .map(({ text }) => text)
          .join(' ')
  const [before, after] = [say(was), say(became)]
  return before === after ? undefined : pageWords.changes.fact(before || pageWords.changes.nothing, after || pageWords.changes.nothing)
}
