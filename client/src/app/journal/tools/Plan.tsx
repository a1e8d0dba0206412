/** A development plan in the open journal: what is ticked becomes goals, after the goals that are there, or at the end of the page. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { PlanGoal } from '@tandem/shared/contracts/plans.ts'
import { type ListedPage, pageFragment } from '@tandem/shared/document/journal-doc.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { readBlock, topElements } from '@tandem/shared/document/read-blocks.ts'
import { insertTemplateBlocks } from '@tandem/shared/document/templates/add-template.ts'
import type * as Y from 'yjs'
import { FACT_ORIGIN } from '../../../journal/facts/fact-writes.ts'
import { PlanDialog } from '../../../plan/PlanDialog.tsx'

interface PlanProps {
  readonly doc: Y.Doc
  readonly index: JournalIndex
  readonly journal: JournalSummary
  /** Where goals are added. */
  readonly page: ListedPage
  readonly name: string
  readonly onClose: () => void
}

export function Plan({ doc, index, journal, page, name, onClose }: PlanProps) {
  const mentee = journal.members.find((member) => member.seat === 'mentee')?.person

  function add(goals: readonly PlanGoal[]): void {
    const blocks = goals.map(({ text, day, block }) => ({
      id: block ?? undefined,
      kind: 'goal',
      text,
      facts: { status: 'open', owner: mentee, target: day ?? undefined },
    }))
    insertTemplateBlocks(doc, page.id, { blocks, at: placeForGoals(doc, page), origin: FACT_ORIGIN })
  }

  return <PlanDialog journal={journal.id} page={name} isThere={(block) => index.findPageOf(block) !== undefined} onAdd={add} onClose={onClose} />
}

/** After the last goal that has words; else before the empty line that pages end with. */
function placeForGoals(doc: Y.Doc, page: ListedPage): number {
  const blocks = topElements(pageFragment(doc, page.id)).map(readBlock)
  const goal = blocks.findLastIndex(({ kind }) => kind === 'goal')
  if (goal >= 0) return goal + 1
  const last = blocks.at(-1)
  return last?.kind === 'text' && last.text === '' ? blocks.length - 1 : blocks.length
}
