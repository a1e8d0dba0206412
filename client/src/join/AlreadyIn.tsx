/** A link whose journal one is already in: a way there, not a second invitation. */
import type { JournalId } from '@tandem/shared/ids.ts'
import { journalPath } from '../api/paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { words } from '../words/words.ts'

interface AlreadyInProps {
  readonly journal: JournalId
  readonly title: string
}

export function AlreadyIn({ journal, title }: AlreadyInProps) {
  return (
    <Screen title={words.join.joinedTitle} layout="card">
      <EmptyState isWholeScreen title={words.join.joinedTitle} lead={title} action={<ButtonLink href={journalPath(journal)}>{words.join.open}</ButtonLink>} />
    </Screen>
  )
}
