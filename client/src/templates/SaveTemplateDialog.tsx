/** Keeps a page as a template: asks what it is called. */
import { TextInput } from '@mantine/core'
import { TITLE_LIMIT } from '@tandem/shared/contracts/journals.ts'
import type { SavedPages } from '@tandem/shared/contracts/templates.ts'
import { type JournalId, newId, RowId } from '@tandem/shared/ids.ts'
import { useState } from 'react'
import { useSaveTemplate } from '../api/templates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { templatesWords } from '../words/templates.ts'
import { failureWords, troubleWords } from '../words/trouble.ts'

interface SaveTemplateDialogProps {
  readonly journal: JournalId
  readonly title: string
  readonly pages: SavedPages
  readonly onClose: () => void
}

export function SaveTemplateDialog({ journal, title: start, pages, onClose }: SaveTemplateDialogProps) {
  const save = useSaveTemplate()
  // One id for all tries: what was told twice is kept once.
  const [template] = useState(() => RowId.parse(newId()))
  const [title, setTitle] = useState(start)
  const [isMissing, setMissing] = useState(false)

  const submit = () => {
    setMissing(!title.trim())
    if (title.trim()) save.mutate({ id: journal, template, title, pages }, { onSuccess: onClose })
  }

  return (
    <Dialog title={templatesWords.save.title} onClose={onClose}>
      <Form
        submit={templatesWords.save.action}
        isPending={save.isPending}
        trouble={save.error ? troubleWords(save.error) : undefined}
        onSubmit={submit}
        onCancel={onClose}
      >
        <p>{templatesWords.save.lead}</p>
        <TextInput
          label={templatesWords.save.name}
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
