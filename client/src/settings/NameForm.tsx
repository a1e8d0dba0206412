/** Changes my name. */
import { TextInput } from '@mantine/core'
import { NAME_LIMIT } from '@tandem/shared/contracts/invitations.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import { type FormEvent, useState } from 'react'
import { useRenameMe } from '../api/me.ts'
import { failureWords, troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import styles from './NameForm.module.css'
import { Button } from '../ui/Button.tsx'

interface NameFormProps {
  readonly me: Me
}

export function NameForm({ me }: NameFormProps) {
  const rename = useRenameMe()
  const [name, setName] = useState(me.name)
  const isMissing = !name.trim()
  const trouble = isMissing ? failureWords('name-missing') : rename.error ? troubleWords(rename.error) : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isMissing) rename.mutate({ name })
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextInput
        className={styles.field ?? ''}
        label={words.settings.name}
        autoComplete="name"
        maxLength={NAME_LIMIT}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={trouble}
      />
      <Button type="submit" variant="default" isPending={rename.isPending} disabled={name.trim() === me.name}>
        {words.general.save}
      </Button>
    </form>
  )
}
