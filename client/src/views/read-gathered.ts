/** The gathered blocks as their kinds see them, and whether they are still open. Pure. */
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import { STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import type { View } from './view-names.ts'

export const actionFacts = (block: GatheredBlock) => readKindFacts(STRUCTURED_KINDS.action, block.facts)
export const goalFacts = (block: GatheredBlock) => readKindFacts(STRUCTURED_KINDS.goal, block.facts)
export const topicFacts = (block: GatheredBlock) => readKindFacts(STRUCTURED_KINDS.topic, block.facts)
export const expectationFacts = (block: GatheredBlock) => readKindFacts(STRUCTURED_KINDS.expectation, block.facts)

const KINDS = { agreement: 'expectation', goals: 'goal', actions: 'action', topics: 'topic' } as const satisfies Record<View, GatheredBlock['kind']>

export function gatheredFor(view: View, blocks: readonly GatheredBlock[]): readonly GatheredBlock[] {
  return blocks.filter(({ kind }) => kind === KINDS[view])
}

export function isOpen(block: GatheredBlock): boolean {
  switch (block.kind) {
    case 'action':
      return actionFacts(block).end === null
    case 'goal': {
      const { status } = goalFacts(block)
      return status !== 'met' && status !== 'parked'
    }
    case 'topic':
      return (topicFacts(block).state ?? 'open') === 'open'
    default:
      return true
  }
}

export type OpenCounts = Readonly<Record<View, number>>

/** How many of each view's blocks are still open. */
export function countOpen(blocks: readonly GatheredBlock[]): OpenCounts {
  const count = (view: View) => gatheredFor(view, blocks).filter(isOpen).length
  return { agreement: count('agreement'), goals: count('goals'), actions: count('actions'), topics: count('topics') }
}
