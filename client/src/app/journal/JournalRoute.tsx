/** Opens the journal at this address: who is asking, what the server says of it, then the screen. */
import type { Me } from '@tandem/shared/contracts/me.ts'
import { JournalId } from '@tandem/shared/ids.ts'
import { may } from '@tandem/shared/roles.ts'
import { useState } from 'react'
import { Redirect } from 'wouter'
import { useJournal } from '../../api/journals.ts'
import { useMe } from '../../api/me.ts'
import { journalPath } from '../../api/paths.ts'
import { NotFoundScreen } from '../../ui/NotFoundScreen.tsx'
import { JournalSkeleton } from '../JournalSkeleton.tsx'
import { signInPath } from '../SignedIn.tsx'
import { ClosedJournal } from './ClosedJournal.tsx'
import { JournalScreen } from './JournalScreen.tsx'
import { useJournalSession } from './use-journal-session.ts'
import { useLeftWords } from './use-left-words.ts'

interface JournalRouteProps {
  readonly journal: string
  readonly page: string | undefined
}

export function JournalRoute({ journal, page }: JournalRouteProps) {
  const id = JournalId.safeParse(journal)
  return id.success ? <KnownPerson id={id.data} page={page} /> : <NotFoundScreen />
}

interface KnownPersonProps {
  readonly id: JournalId
  readonly page: string | undefined
}

function KnownPerson({ id, page }: KnownPersonProps) {
  const answer = useMe()
  const [me, setMe] = useState<Me>()
  // Somebody signed out in mid-sentence stays here with their words and is told; only who comes signed out is sent away.
  if (answer.data && answer.data !== me) setMe(answer.data)
  if (me) return <OpenJournal key={me.id} id={id} page={page} me={me} />
  if (answer.data === null) return <Redirect to={signInPath(`${journalPath(id, page)}${location.search}${location.hash}`)} replace />
  return answer.isError ? <ClosedJournal trouble={answer.error} onRetry={() => void answer.refetch()} /> : <JournalSkeleton />
}

interface OpenJournalProps extends KnownPersonProps {
  readonly me: Me
}

function OpenJournal({ id, page, me }: OpenJournalProps) {
  const journal = useJournal(id)
  const onExport = useLeftWords(me.id, id, journal.data ? undefined : journal.error)
  if (journal.data) return <Session journal={journal.data} page={page} me={me} />
  return journal.isError ? <ClosedJournal trouble={journal.error} onRetry={() => void journal.refetch()} onExport={onExport} /> : <JournalSkeleton />
}

interface SessionProps {
  readonly journal: NonNullable<ReturnType<typeof useJournal>['data']>
  readonly page: string | undefined
  readonly me: Me
}

function Session({ journal, page, me }: SessionProps) {
  const mayWrite = journal.archivedAt === null && may(journal.role, 'edit')
  const session = useJournalSession({ journal: journal.id, documentId: journal.documentId, person: me.id, mayWrite })
  return session ? <JournalScreen session={session} journal={journal} me={me} wanted={page} /> : <JournalSkeleton />
}
