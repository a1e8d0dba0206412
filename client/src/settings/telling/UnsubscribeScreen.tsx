/** Behind the link of a mail: stops these mails or all of them, without a sign-in. Opening it stops nothing, because mail programs open links by themselves. */
import { Failure } from '@tandem/shared/failure.ts'
import { useMailLink, useUnsubscribe } from '../../api/notification-settings.ts'
import { SETTINGS } from '../../api/paths.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Placeholder } from '../../ui/Placeholder.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import styles from './UnsubscribeScreen.module.css'
import { Button } from '../../ui/Button.tsx'

export function UnsubscribeScreen({ token }: { readonly token: string }) {
  return (
    <Screen title={words.telling.stop.title} layout="card">
      <Content token={token} />
    </Screen>
  )
}

function Content({ token }: { readonly token: string }) {
  const link = useMailLink(token)
  const stop = useUnsubscribe(token)
  const say = words.telling.stop
  const settings = <ButtonLink href={`${SETTINGS}#notifications`}>{say.settings}</ButtonLink>
  if (link.isPending) return <Placeholder lines={3} />
  if (link.isError) {
    const isFinal = link.error instanceof Failure
    return (
      <EmptyState
        isWholeScreen
        title={isFinal ? say.brokenTitle : say.unreachableTitle}
        lead={troubleWords(link.error)}
        action={isFinal ? settings : <Button onClick={() => void link.refetch()}>{words.general.tryAgain}</Button>}
      />
    )
  }
  if (stop.isSuccess || link.data.isStopped) {
    return <EmptyState isWholeScreen title={stop.variables === true ? say.stoppedAll : say.stopped} lead={say.back} action={settings} />
  }
  const { of, title } = link.data
  const ofJournal = title === null ? say.gone : say.journal(title)
  return (
    <EmptyState
      isWholeScreen
      title={of === 'digest' ? say.digest : ofJournal}
      lead={say.lead}
      action={
        <div className={styles.acts}>
          {stop.isError && <Problem>{troubleWords(stop.error)}</Problem>}
          <Button isPending={stop.isPending && !stop.variables} onClick={() => stop.mutate(false)}>
            {say.action}
          </Button>
          <Button variant="subtle" isPending={stop.isPending && stop.variables} onClick={() => stop.mutate(true)}>
            {say.everything}
          </Button>
        </div>
      }
    />
  )
}
