/** The facts of a block that queries ask for, as its kind reads them: another program may have written anything. */
import type { ProjectedBlocksTable } from '../database/projected-tables.ts'
import { readKindFacts } from '@tandem/shared/document/entries/define-entry.ts'
import { STRUCTURED_KINDS } from '@tandem/shared/document/kinds.ts'
import type { Facts } from '@tandem/shared/document/facts.ts'

export type BlockColumns = Pick<ProjectedBlocksTable, 'owner' | 'due' | 'end' | 'goal' | 'status' | 'support'>

const NONE: BlockColumns = { owner: null, due: null, end: null, goal: null, status: null, support: null }

export function columnsOf(kind: string, facts: Facts): BlockColumns {
  switch (kind) {
    case 'action': {
      const { owner, due, end, goal } = readKindFacts(STRUCTURED_KINDS.action, facts)
      return { ...NONE, owner, due, end, goal }
    }
    case 'goal': {
      const { owner, target, status, support } = readKindFacts(STRUCTURED_KINDS.goal, facts)
      return { ...NONE, owner, due: target, status, support }
    }
    case 'topic': {
      const { owner, state } = readKindFacts(STRUCTURED_KINDS.topic, facts)
      return { ...NONE, owner, status: state }
    }
    case 'expectation':
      return { ...NONE, owner: readKindFacts(STRUCTURED_KINDS.expectation, facts).by }
    default:
      return NONE
  }
}
