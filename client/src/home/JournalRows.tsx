/** Journals as quiet rows. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { JournalRow } from './JournalRow.tsx'

interface JournalRowsProps {
  readonly journals: readonly JournalSummary[]
  readonly me: PersonId
}

export function JournalRows({ journals, me }: JournalRowsProps) {
  return (
    <ul>
      {journals.map((journal) => (
        <JournalRow key={journal.id} journal={journal} me={me} />
      ))}
    </ul>
  )
}
