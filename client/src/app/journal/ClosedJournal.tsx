/** A journal that does not open: what happened and what to do, never an empty page. */
import { Failure } from '@tandem/shared/failure.ts'
import { HOME } from '../../api/paths.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import { Button } from '../../ui/Button.tsx'

interface ClosedJournalProps {
  readonly trouble: unknown
  readonly onRetry: () => void
  /** Where this device alone has words of it. */
  readonly onExport?: (() => void) | undefined
}

export function ClosedJournal({ trouble, onRetry, onExport }: ClosedJournalProps) {
  const isRefused = trouble instanceof Failure
  const { missing, screen } = words.journal
  if (onExport) {
    return (
      <Screen title={words.program.name} layout="card">
        <EmptyState
          isWholeScreen
          title={missing.refusedTitle}
          lead={words.journal.notices.removed}
          action={
            <>
              <Button onClick={onExport}>{words.journal.save.exportText}</Button>
              <ButtonLink href={HOME} variant="default">
                {screen.home}
              </ButtonLink>
            </>
          }
        />
      </Screen>
    )
  }
  return (
    <Screen title={words.program.name} layout="card">
      <EmptyState
        isWholeScreen
        title={isRefused ? missing.refusedTitle : missing.title}
        lead={isRefused ? troubleWords(trouble) : missing.lead}
        action={isRefused ? <ButtonLink href={HOME}>{screen.home}</ButtonLink> : <Button onClick={onRetry}>{words.general.tryAgain}</Button>}
      />
    </Screen>
  )
}
