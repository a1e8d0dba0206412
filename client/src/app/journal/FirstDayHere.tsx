/** The guide of the first day, as the open journal knows what is done. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { Me } from '@tandem/shared/contracts/me.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { may } from '@tandem/shared/roles.ts'
import { FirstDay } from '../../guide/FirstDay.tsx'
import { useGathered } from '../../views/use-gathered.ts'
import type { Tool } from './tools/tool.ts'

interface FirstDayHereProps {
  readonly journal: JournalSummary
  readonly me: Me
  readonly index: JournalIndex
  readonly onPeople: () => void
  readonly onTool: (tool: Tool) => void
}

export function FirstDayHere({ journal, me, index, onPeople, onTool }: FirstDayHereProps) {
  const blocks = useGathered(index)
  return (
    <FirstDay
      journal={journal.id}
      me={me.id}
      members={journal.members}
      blocks={blocks}
      onInvite={may(journal.role, 'invite') ? onPeople : undefined}
      onPlan={() => onTool({ kind: 'plan' })}
    />
  )
}
