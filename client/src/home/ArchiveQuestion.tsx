/** Asks before a journal is put away. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { useArchiveJournal } from '../api/journals.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'

interface ArchiveQuestionProps {
  readonly journal: JournalSummary
  readonly onClose: () => void
}

export function ArchiveQuestion({ journal, onClose }: ArchiveQuestionProps) {
  const archive = useArchiveJournal()
  return (
    <Confirm
      title={words.home.archiveTitle(journal.title)}
      action={words.home.archiveAction}
      isPending={archive.isPending}
      trouble={archive.error ? troubleWords(archive.error) : undefined}
      onConfirm={() => archive.mutate({ id: journal.id }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{words.home.archiveLead}</p>
    </Confirm>
  )
}
