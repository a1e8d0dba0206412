/** Journals as quiet rows. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { JournalNews } from '@tandem/shared/contracts/changes.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { JournalRow } from './JournalRow.tsx'

interface JournalRowsProps {
  readonly journals: readonly JournalSummary[]
  readonly me: PersonId
  /** What is new, by journal. */
  readonly news?: readonly JournalNews[] | undefined
}

export function JournalRows({ journals, me, news }: JournalRowsProps) {
  return (
    <ul>
      {journals.map((journal) => (
        <JournalRow key={journal.id} journal={journal} me={me} news={news?.find((each) => each.journal === journal.id)} />
      ))}
    </ul>
  )
}
