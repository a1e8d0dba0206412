/** The first day in a journal: what there is to do, and what of it is done. Pure. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { PersonId } from '@tandem/shared/ids.ts'

export interface Pair {
  readonly me: PersonId
  /** Whoever sits on the other chair; absent until they have come. */
  readonly other: PersonId | undefined
}

export type StepName = 'invite' | 'expect' | 'goal' | 'topic' | 'action'

export interface Step {
  readonly name: StepName
  readonly isDone: boolean
  /** For what both do: whether I have, and whether the other has. */
  readonly both?: { readonly me: boolean; readonly other: boolean }
}

/** In the order in which they are best done: first what both expect, and a theme is enough of a goal. */
export function firstDaySteps(blocks: readonly GatheredBlock[], { me, other }: Pair): readonly Step[] {
  const expectedBy = new Set(blocks.filter(({ kind }) => kind === 'expectation').map(({ facts }) => facts['by']))
  const both = { me: expectedBy.has(me), other: other !== undefined && expectedBy.has(other) }
  const has = (kind: GatheredBlock['kind']) => blocks.some((block) => block.kind === kind)
  return [
    { name: 'invite', isDone: other !== undefined },
    { name: 'expect', isDone: both.me && both.other, both },
    { name: 'goal', isDone: has('goal') },
    { name: 'topic', isDone: has('topic') },
    { name: 'action', isDone: has('action') },
  ]
}
