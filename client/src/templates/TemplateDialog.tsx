/** Adds a template to the open journal: as pages of its own, or at the end of the page that is shown. */
import { templatesIn } from '@tandem/shared/document/templates/our-templates.ts'
import { type Template, TemplateId } from '@tandem/shared/document/templates/template.ts'
import { useState } from 'react'
import { useLoadTemplate, useRemoveTemplate, useTemplates } from '../api/templates.ts'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { templatesWords } from '../words/templates.ts'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import styles from './TemplateDialog.module.css'
import { Button } from '../ui/Button.tsx'

interface TemplateDialogProps {
  /** The title of the page that is shown, when there is one to add to. */
  readonly page: string | undefined
  /** With what the template is called. */
  readonly onPages: (template: Template, name: string) => void
  readonly onPage: (template: Template) => void
  readonly onClose: () => void
}

const OURS = TemplateId.options.filter((id) => id !== 'blank')
const say = templatesWords

export function TemplateDialog({ page, onPages, onPage, onClose }: TemplateDialogProps) {
  const saved = useTemplates().data ?? []
  const load = useLoadTemplate()
  const remove = useRemoveTemplate()
  const [chosen, setChosen] = useState<string>(OURS[0] ?? '')
  const ours = templatesIn(words.language)
  const own = saved.find((each) => each.template === chosen)
  const known = TemplateId.safeParse(chosen)
  const isOnePage = own !== undefined || (known.success && ours[known.data].pages.length === 1)
  const trouble = load.error ?? remove.error

  function use(add: (template: Template, name: string) => void): void {
    if (known.success) add(ours[known.data], words.newJournal.templates[known.data].name)
    else if (own) load.mutate({ template: own.template }, { onSuccess: (template) => add(template, own.title) })
  }

  return (
    <Dialog title={say.title} close={words.journal.screen.close} onClose={onClose}>
      <p className={styles.lead}>{say.lead}</p>
      <Choice
        legend={say.legend}
        value={chosen}
        onChange={setChosen}
        options={[
          ...saved.map(({ template: value, title: label, by }) => ({ value: value as string, label, hint: words.newJournal.savedBy(by) })),
          ...OURS.map((value) => ({
            value: value as string,
            label: words.newJournal.templates[value].name,
            hint: words.newJournal.templates[value].preview,
          })),
        ]}
      />
      {trouble && <Problem>{troubleWords(trouble)}</Problem>}
      <div className={styles.end}>
        {own?.isMine && (
          <Button
            variant="subtle"
            isPending={remove.isPending}
            onClick={() => remove.mutate({ template: own.template }, { onSuccess: () => setChosen(OURS[0] ?? '') })}
          >
            {say.forget}
          </Button>
        )}
        <span className={styles.gap} />
        {page !== undefined && isOnePage && (
          <Button variant="default" onClick={() => use(onPage)}>
            {say.onPage(page)}
          </Button>
        )}
        <Button isPending={load.isPending} onClick={() => use(onPages)}>
          {isOnePage ? say.asPage : say.asPages}
        </Button>
      </div>
    </Dialog>
  )
}
