/** Makes a page: a note, or a meeting of today. */
import type { PageKind } from '@tandem/shared/document/journal-doc.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { IconPlus } from '@tabler/icons-react'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { todayAsDay } from '../words/days.ts'
import { planWords } from '../words/plan.ts'
import { templatesWords } from '../words/templates.ts'
import { words } from '../words/words.ts'

interface NewPageProps {
  readonly onCreate: (page: { readonly kind: PageKind; readonly title: string; readonly day?: Day }) => void
  readonly onTemplate: () => void
  readonly onPlan: () => void
  readonly label: string
  readonly className: string | undefined
  readonly align: 'start' | 'end'
}

export function NewPage({ onCreate, onTemplate, onPlan, label, className, align }: NewPageProps) {
  const say = words.journal.pages
  return (
    <MoreMenu
      label={label}
      align={align}
      button={{
        className,
        content: (
          <>
            <IconPlus size={18} stroke={1.75} aria-hidden="true" />
            {label}
          </>
        ),
      }}
      items={[
        { label: say.newMeeting, onPress: () => onCreate({ kind: 'meeting', title: '', day: todayAsDay(new Date()) }) },
        { label: say.newNote, onPress: () => onCreate({ kind: 'note', title: '' }) },
        { label: templatesWords.fromTemplate, onPress: onTemplate },
        { label: planWords.open, onPress: onPlan },
      ]}
    />
  )
}
