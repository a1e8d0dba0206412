/** What can be done with a journal from its row, as far as my role allows. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import { may } from '@tandem/shared/roles.ts'
import { useState } from 'react'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { words } from '../words/words.ts'
import { onDemand } from '../ui/on-demand.tsx'
import { useUnarchiveJournal } from '../api/journals.ts'
import type { Question } from './JournalQuestion.tsx'

const JournalQuestion = onDemand(() => import('./JournalQuestion.tsx').then((module) => module.JournalQuestion))

interface JournalMenuProps {
  readonly journal: JournalSummary
}

export function JournalMenu({ journal }: JournalMenuProps) {
  const [open, setOpen] = useState<Question>()
  const unarchive = useUnarchiveJournal()
  const isArchived = journal.archivedAt !== null
  const items = [
    ...(may(journal.role, 'rename') && !isArchived ? [{ label: words.home.rename, onPress: () => setOpen('rename') }] : []),
    ...(may(journal.role, 'archive') && !isArchived ? [{ label: words.home.archive, onPress: () => setOpen('archive') }] : []),
    ...(may(journal.role, 'archive') && isArchived ? [{ label: words.home.unarchive, onPress: () => unarchive.mutate({ id: journal.id }) }] : []),
    // The last one cannot leave: nobody would keep the journal.
    ...(journal.members.length > 1 ? [{ label: words.home.leave, isDanger: true, onPress: () => setOpen('leave') }] : []),
  ]
  return (
    <div>
      {items.length > 0 && <MoreMenu label={words.home.more(journal.title)} items={items} />}
      {open && <JournalQuestion about={open} journal={journal} onClose={() => setOpen(undefined)} />}
    </div>
  )
}
