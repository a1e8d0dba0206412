/** What stands behind a link that opens nothing: why, and where to go instead. */
import { Failure } from '@tandem/shared/failure.ts'
import { HOME, SIGN_IN } from '../api/paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { troubleWords } from '../words/trouble.ts'
import { words } from '../words/words.ts'
import { Button } from '../ui/Button.tsx'

interface BrokenInvitationProps {
  readonly trouble: Error
  readonly isSignedIn: boolean
  readonly onRetry: () => void
}

/** A refusal is final; a server that could not be reached can be asked again. */
export function BrokenInvitation({ trouble, isSignedIn, onRetry }: BrokenInvitationProps) {
  const isFinal = trouble instanceof Failure
  const away = isSignedIn ? <ButtonLink href={HOME}>{words.join.toMine}</ButtonLink> : <ButtonLink href={SIGN_IN}>{words.signIn.submit}</ButtonLink>
  const title = isFinal ? words.join.failedTitle : words.join.unreachableTitle
  return (
    <Screen title={title} layout="card">
      <EmptyState
        isWholeScreen
        title={title}
        lead={troubleWords(trouble)}
        action={isFinal ? away : <Button onClick={onRetry}>{words.general.tryAgain}</Button>}
      />
    </Screen>
  )
}
