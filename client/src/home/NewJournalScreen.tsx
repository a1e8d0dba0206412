/** Begins a journal: its title, my seat, and what stands in it at first. */
import { TextInput } from '@mantine/core'
import { TITLE_LIMIT } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import { TemplateId } from '@tandem/shared/document/templates/template.ts'
import { RowId } from '@tandem/shared/ids.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCreateJournal } from '../api/journals.ts'
import { journalPath, SETTINGS } from '../api/paths.ts'
import { useTemplates } from '../api/templates.ts'
import { Choice } from '../ui/Choice.tsx'
import { Form } from '../ui/Form.tsx'
import { MeLink } from '../ui/MeLink.tsx'
import { Screen } from '../ui/Screen.tsx'
import { failureWords, troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import styles from './NewJournalScreen.module.css'

interface NewJournalScreenProps {
  readonly me: Me
}

export function NewJournalScreen({ me }: NewJournalScreenProps) {
  const [, go] = useLocation()
  const create = useCreateJournal()
  const [title, setTitle] = useState('')
  const [seat, setSeat] = useState<'mentor' | 'mentee'>('mentor')
  const saved = useTemplates().data ?? []
  /** One of ours by its name, or a saved one by its id. */
  const [template, setTemplate] = useState<string>('fresh-start')
  const [isMissing, setMissing] = useState(false)

  const submit = () => {
    setMissing(!title.trim())
    const own = RowId.safeParse(template)
    const chosen = own.success ? { saved: own.data } : { template: TemplateId.parse(template) }
    if (title.trim()) create.mutate({ title, seat, language: words.language, ...chosen }, { onSuccess: (journal) => go(journalPath(journal.id)) })
  }

  return (
    <Screen title={words.newJournal.title} end={<MeLink name={me.name} href={SETTINGS} />}>
      <h1>{words.newJournal.title}</h1>
      <p className={styles.lead}>{words.newJournal.lead}</p>
      <div className={styles.form}>
        <Form submit={words.newJournal.submit} isPending={create.isPending} trouble={create.error ? troubleWords(create.error) : undefined} onSubmit={submit}>
          <TextInput
            label={words.newJournal.name}
            placeholder={words.newJournal.namePlaceholder}
            value={title}
            maxLength={TITLE_LIMIT}
            autoFocus
            onChange={(event) => {
              setTitle(event.currentTarget.value)
              setMissing(false)
            }}
            error={isMissing ? failureWords('title-missing') : undefined}
          />
          <Choice
            legend={words.newJournal.seat}
            value={seat}
            onChange={setSeat}
            options={[
              { value: 'mentor', label: words.newJournal.mentor, hint: words.newJournal.mentorHint },
              { value: 'mentee', label: words.newJournal.mentee, hint: words.newJournal.menteeHint },
            ]}
          />
          <Choice
            legend={words.newJournal.template}
            value={template}
            onChange={setTemplate}
            options={[
              ...saved.map(({ template: value, title: label, by }) => ({ value, label, hint: words.newJournal.savedBy(by) })),
              ...TemplateId.options.map((value) => ({
                value: value as string,
                label: words.newJournal.templates[value].name,
                hint: words.newJournal.templates[value].preview,
              })),
            ]}
          />
        </Form>
      </div>
    </Screen>
  )
}
