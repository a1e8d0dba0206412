/** Behind a link of a mail: one question in a card. Opening it does nothing, because mail programs open links by themselves; a press answers. */
import { SETTINGS } from '../../api/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import styles from './MailLink.module.css'

interface Said {
  readonly title: string
  readonly lead: string
}

/** `over`: nothing is to be done here any more. `away`: the server has not said what the link is about. */
export type MailLinkState =
  | { readonly kind: 'loading' }
  | (Said & { readonly kind: 'over' })
  | (Said & { readonly kind: 'away'; readonly onRetry: () => void })
  | (Said & { readonly kind: 'question'; readonly trouble: Error | null; readonly answers: readonly Answer[] })

/** The first is what the link is for. */
interface Answer {
  readonly words: string
  readonly isPending: boolean
  readonly onPress: () => void
}

export function MailLink({ name, state }: { readonly name: string; readonly state: MailLinkState }) {
  return (
    <Screen title={name} layout="card">
      {state.kind === 'loading' ? (
        <Placeholder lines={3} />
      ) : (
        <EmptyState isWholeScreen title={state.title} lead={state.lead} action={<Acts state={state} />} />
      )}
    </Screen>
  )
}

function Acts({ state }: { readonly state: Exclude<MailLinkState, { kind: 'loading' }> }) {
  if (state.kind === 'over') return <ButtonLink href={`${SETTINGS}#notifications`}>{words.telling.stop.settings}</ButtonLink>
  if (state.kind === 'away') return <Button onClick={state.onRetry}>{words.general.tryAgain}</Button>
  return (
    <div className={styles.acts}>
      {state.trouble && <Problem>{troubleWords(state.trouble)}</Problem>}
      {state.answers.map(({ words: label, isPending, onPress }, index) => (
        <Button key={label} variant={index === 0 ? 'filled' : 'subtle'} isPending={isPending} onClick={onPress}>
          {label}
        </Button>
      ))}
    </div>
  )
}
