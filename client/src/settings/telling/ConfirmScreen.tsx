/** Behind the link of the mail that asks whether an address is mine: one press says yes. */
import { Failure } from '@tandem/shared/failure.ts'
import { useConfirm } from '../../api/notification-settings.ts'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import { MailLink, type MailLinkState } from './MailLink.tsx'

export function ConfirmScreen({ token }: { readonly token: string }) {
  return <MailLink name={words.telling.confirm.title} state={useQuestion(token)} />
}

function useQuestion(token: string): MailLinkState {
  const confirm = useConfirm(token)
  const say = words.telling.confirm
  if (confirm.isSuccess) return { kind: 'over', title: say.done, lead: say.doneLead }
  if (confirm.error instanceof Failure && confirm.error.code === 'unknown-confirm-link')
    return { kind: 'over', title: say.brokenTitle, lead: troubleWords(confirm.error) }
  const yes = { words: say.action, isPending: confirm.isPending, onPress: () => confirm.mutate() }
  return { kind: 'question', title: say.title, lead: say.lead, trouble: confirm.error, answers: [yes] }
}
