/** Gives a journal another title. */
import { TextInput } from '@mantine/core'
import { type JournalSummary, TITLE_LIMIT } from '@tandem/shared/contracts/journals.ts'
import { useState } from 'react'
import { useRenameJournal } from '../api/journals.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { failureWords, troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'

interface RenameDialogProps {
  readonly journal: JournalSummary
  readonly onClose: () => void
}

export function RenameDialog({ journal, onClose }: RenameDialogProps) {
  const rename = useRenameJournal()
  const [title, setTitle] = useState(journal.title)
  const [isMissing, setMissing] = useState(false)

  const submit = () => {
    setMissing(!title.trim())
    if (title.trim()) rename.mutate({ id: journal.id, title }, { onSuccess: onClose })
  }

  return (
    <Dialog title={words.home.renameTitle} onClose={onClose}>
      <Form
        submit={words.home.renameAction}
        isPending={rename.isPending}
        trouble={rename.error ? troubleWords(rename.error) : undefined}
        onSubmit={submit}
        onCancel={onClose}
      >
        <TextInput
          label={words.home.renameLabel}
          value={title}
          maxLength={TITLE_LIMIT}
          data-autofocus
          onChange={(event) => {
            setTitle(event.currentTarget.value)
            setMissing(false)
          }}
          error={isMissing ? failureWords('title-missing') : undefined}
        />
      </Form>
    </Dialog>
  )
}
