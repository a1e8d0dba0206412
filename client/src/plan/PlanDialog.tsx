/** Brings a development plan: paste it, tick what belongs here, and keep the rest aside. Opened again, it begins with what was kept. */
import type { PlanGoal } from '@tandem/shared/contracts/plans.ts'
import { type JournalId, newBlockId } from '@tandem/shared/ids.ts'
import { useState } from 'react'
import { useKeepPlan, usePlan } from '../api/plans.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Placeholder } from '../ui/Placeholder.tsx'
import { Problem } from '../ui/Problem.tsx'
import { planWords } from '../words/plan.ts'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { type Candidate, comparePlan } from './compare-plan.ts'
import type { FoundGoal } from './parse-plan.ts'
import { PlanChoice } from './PlanChoice.tsx'
import { PlanPaste } from './PlanPaste.tsx'

interface PlanDialogProps {
  readonly journal: JournalId
  /** The name of the page that goals are added to. */
  readonly page: string
  /** Whether a block still stands in the journal. */
  readonly isThere: (block: string) => boolean
  /** Writes them as goals, under the ids they bear. */
  readonly onAdd: (goals: readonly PlanGoal[]) => void
  readonly onClose: () => void
}

export function PlanDialog({ journal, page, isThere, onAdd, onClose }: PlanDialogProps) {
  const kept = usePlan(journal)
  const keep = useKeepPlan(journal)
  const [found, setFound] = useState<readonly FoundGoal[]>()
  const [isPasting, setPasting] = useState(false)
  const known = kept.data ?? []
  const isFirst = known.length === 0 && found === undefined

  function finish(candidates: readonly Candidate[], ticked: ReadonlySet<Candidate>): void {
    const chosen = candidates.map((candidate) => (ticked.has(candidate) ? { ...candidate.goal, block: newBlockId() } : candidate.goal))
    const added = chosen.filter((_, index) => ticked.has(candidates[index] as Candidate))
    // First the plan: what it remembers of a goal must not be lost when the goal is there.
    keep.mutate(
      { id: journal, goals: chosen },
      {
        onSuccess: () => {
          onAdd(added)
          onClose()
        },
      },
    )
  }

  return (
    <Dialog title={planWords.title} close={words.journal.screen.close} onClose={onClose}>
      {kept.isPending && <Placeholder lines={4} />}
      {kept.isError && <Problem onRetry={() => kept.refetch()}>{troubleWords(kept.error)}</Problem>}
      {kept.isSuccess && (isFirst || isPasting) && (
        <PlanPaste
          onFound={(goals) => {
            setFound(goals)
            setPasting(false)
          }}
        />
      )}
      {kept.isSuccess && !isFirst && !isPasting && (
        <PlanChoice
          key={found === undefined ? 'kept' : 'found'}
          candidates={comparePlan(found ?? [], known, isThere)}
          {...{ page, isThere }}
          isPending={keep.isPending}
          trouble={keep.error ? troubleWords(keep.error) : undefined}
          onPaste={() => setPasting(true)}
          onFinish={finish}
        />
      )}
    </Dialog>
  )
}
