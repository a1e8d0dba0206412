/** Asks what something is to be called. */
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { failureWords, troubleWords } from '../words/trouble.ts'
import { Dialog } from './Dialog.tsx'
import { Form } from './Form.tsx'

interface TitleDialogProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly label: string
  readonly action: string
  /** What it is called so far. */
  readonly start: string
  readonly limit: number
  readonly isPending: boolean
  readonly trouble: Error | null
  /** Never without words. */
  readonly onTitle: (title: string) => void
  readonly onClose: () => void
}

export function TitleDialog({ title, lead, label, action, start, limit, isPending, trouble, onTitle, onClose }: TitleDialogProps) {
  const [words, setWords] = useState(start)
  const [isMissing, setMissing] = useState(false)
  const submit = () => {
    setMissing(!words.trim())
    if (words.trim()) onTitle(words)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form submit={action} isPending={isPending} trouble={trouble ? troubleWords(trouble) : undefined} onSubmit={submit} onCancel={onClose}>
        {lead && <p>{lead}</p>}
        <TextInput
          label={label}
          value={words}
          maxLength={limit}
          data-autofocus
          onChange={(event) => {
            setWords(event.currentTarget.value)
            setMissing(false)
          }}
          error={isMissing ? failureWords('title-missing') : undefined}
        />
      </Form>
    </Dialog>
  )
}
