/** Asks before somebody leaves a journal. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { useLocation } from 'wouter'
import { useLeaveJournal } from '../api/journals.ts'
import { HOME } from '../api/paths.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'

interface LeaveQuestionProps {
  readonly journal: JournalSummary
  readonly onClose: () => void
}

export function LeaveQuestion({ journal, onClose }: LeaveQuestionProps) {
  const [, go] = useLocation()
  const leave = useLeaveJournal()

  function gone(): void {
    onClose()
    // Asked in the journal itself, there is nothing left to show there, nor to come back to.
    go(HOME, { replace: true })
  }

  return (
    <Confirm
      title={words.home.leaveTitle(journal.title)}
      action={words.home.leaveAction}
      isDanger
      isPending={leave.isPending}
      trouble={leave.error ? troubleWords(leave.error) : undefined}
      onConfirm={() => leave.mutate({ id: journal.id }, { onSuccess: gone })}
      onClose={onClose}
    >
      <p>{words.home.leaveLead}</p>
    </Confirm>
  )
}
