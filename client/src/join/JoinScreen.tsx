/** The page behind an invitation link: who invites to what, who sees it, a name, one button. */
import { useMe } from '../api/me.ts'
import { useInvitation } from '../api/invitations.ts'
import { Card } from '../ui/Card.tsx'
import { Placeholder } from '../ui/Placeholder.tsx'
import { Screen } from '../ui/Screen.tsx'
import { words } from '../words/words.ts'
import { AlreadyIn } from './AlreadyIn.tsx'
import { BrokenInvitation } from './BrokenInvitation.tsx'
import { JoinCard } from './JoinCard.tsx'

interface JoinScreenProps {
  readonly token: string
}

export function JoinScreen({ token }: JoinScreenProps) {
  const invitation = useInvitation(token)
  const me = useMe()

  if (invitation.isError) return <BrokenInvitation trouble={invitation.error} isSignedIn={Boolean(me.data)} onRetry={() => invitation.refetch()} />
  if (invitation.data?.joined) return <AlreadyIn journal={invitation.data.joined} title={invitation.data.journal} />
  const isReady = invitation.isSuccess && !me.isPending
  return (
    <Screen title={invitation.data ? words.join.titleSeat[invitation.data.seat](invitation.data.by) : words.program.name} layout="card">
      <Card>{isReady ? <JoinCard token={token} invitation={invitation.data} me={me.data ?? null} /> : <Placeholder lines={5} />}</Card>
    </Screen>
  )
}
