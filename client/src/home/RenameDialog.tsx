/** Gives a journal another title. */
import { type JournalSummary, TITLE_LIMIT } from '@tandem/shared/contracts/journals.ts'
import { useRenameJournal } from '../api/journals.ts'
import { TitleDialog } from '../ui/TitleDialog.tsx'
import { words } from '../words/words.ts'

interface RenameDialogProps {
  readonly journal: JournalSummary
  readonly onClose: () => void
}

export function RenameDialog({ journal, onClose }: RenameDialogProps) {
  const rename = useRenameJournal()
  return (
    <TitleDialog
      title={words.home.renameTitle}
      label={words.home.renameLabel}
      action={words.home.renameAction}
      start={journal.title}
      limit={TITLE_LIMIT}
      isPending={rename.isPending}
      trouble={rename.error}
      onTitle={(title) => rename.mutate({ id: journal.id, title }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
