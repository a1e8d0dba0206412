/** Keeps a page as a template: asks what it is called. */
import { TITLE_LIMIT } from '@tandem/shared/contracts/journals.ts'
import type { SavedPages } from '@tandem/shared/contracts/templates.ts'
import { type JournalId, newId, RowId } from '@tandem/shared/ids.ts'
import { useState } from 'react'
import { useSaveTemplate } from '../api/templates.ts'
import { TitleDialog } from '../ui/TitleDialog.tsx'
import { templatesWords } from '../words/templates.ts'

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
  const say = templatesWords.save
  return (
    <TitleDialog
      title={say.title}
      lead={say.lead}
      label={say.name}
      action={say.action}
      start={start}
      limit={TITLE_LIMIT}
      isPending={save.isPending}
      trouble={save.error}
      onTitle={(title) => save.mutate({ id: journal, template, title, pages }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
