/** Behind the link of the mail that asks whether an address is mine: one press says yes. Opening it says nothing, because mail programs open links by themselves. */
import { Failure } from '@tandem/shared/failure.ts'
import { useConfirm } from '../../api/notification-settings.ts'
import { SETTINGS } from '../../api/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'

export function ConfirmScreen({ token }: { readonly token: string }) {
  return (
    <Screen title={words.telling.confirm.title} layout="card">
      <Content token={token} />
    </Screen>
  )
}

function Content({ token }: { readonly token: string }) {
  const confirm = useConfirm(token)
  const say = words.telling.confirm
  const settings = <ButtonLink href={`${SETTINGS}#notifications`}>{words.telling.stop.settings}</ButtonLink>
  if (confirm.isSuccess) return <EmptyState isWholeScreen title={say.done} lead={say.doneLead} action={settings} />
  if (confirm.error instanceof Failure && confirm.error.code === 'unknown-confirm-link')
    return <EmptyState isWholeScreen title={say.brokenTitle} lead={troubleWords(confirm.error)} action={settings} />
  return (
    <EmptyState
      isWholeScreen
      title={say.title}
      lead={confirm.isError ? troubleWords(confirm.error) : say.lead}
      action={
        <Button isPending={confirm.isPending} onClick={() => confirm.mutate()}>
          {say.action}
        </Button>
      }
    />
  )
}
