/** Behind the link at the end of a mail: stops these mails or all of them, without a sign-in. */
import { Failure } from '@tandem/shared/failure.ts'
import { useMailLink, useUnsubscribe } from '../../api/notification-settings.ts'
import { troubleWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import { MailLink, type MailLinkState } from './MailLink.tsx'

export function UnsubscribeScreen({ token }: { readonly token: string }) {
  return <MailLink name={words.telling.stop.title} state={useQuestion(token)} />
}

function useQuestion(token: string): MailLinkState {
  const link = useMailLink(token)
  const stop = useUnsubscribe(token)
  const say = words.telling.stop
  if (link.isPending) return { kind: 'loading' }
  if (link.isError) {
    const lead = troubleWords(link.error)
    if (link.error instanceof Failure) return { kind: 'over', title: say.brokenTitle, lead }
    return { kind: 'away', title: say.unreachableTitle, lead, onRetry: () => void link.refetch() }
  }
  if (stop.isSuccess || link.data.isStopped) return { kind: 'over', title: stop.variables === true ? say.stoppedAll : say.stopped, lead: say.back }
  const { of, title } = link.data
  const ofJournal = title === null ? say.gone : say.journal(title)
  const these = { words: say.action, isPending: stop.isPending && !stop.variables, onPress: () => stop.mutate(false) }
  const all = { words: say.everything, isPending: stop.isPending && stop.variables, onPress: () => stop.mutate(true) }
  return { kind: 'question', title: of === 'digest' ? say.digest : ofJournal, lead: say.lead, trouble: stop.error, answers: [these, all] }
}
