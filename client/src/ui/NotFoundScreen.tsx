/** The screen of an address where nothing is. */
import { words } from '../words/words.ts'
import { ButtonLink } from './ButtonLink.tsx'
import { EmptyState } from './EmptyState.tsx'
import { Screen } from './Screen.tsx'

/** Leads back to the journals. */
export function NotFoundScreen() {
  return (
    <Screen title={words.notFound.title} layout="card">
      <EmptyState isWholeScreen title={words.notFound.title} lead={words.notFound.lead} action={<ButtonLink href="/">{words.notFound.action}</ButtonLink>} />
    </Screen>
  )
}
