/** The lines above the page: why it cannot be written, what does not work now and what still does. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { FailureCode } from '@tandem/shared/failure.ts'
import type { ReactNode } from 'react'
import type { JournalSession } from '../../sync/session.ts'
import type { SessionState } from '../../sync/session-state.ts'
import { failureWords } from '../../words/trouble.ts'
import { words } from '../../words/words.ts'
import type { WhyReadOnly } from './journal-rights.ts'
import styles from './Notices.module.css'
import { useLasting } from './use-lasting.ts'
import { Button } from '../../ui/Button.tsx'
import { BeginAnew } from './BeginAnew.tsx'

interface NoticesProps {
  readonly session: JournalSession
  readonly journal: JournalSummary
  readonly state: SessionState
  readonly whyReadOnly: WhyReadOnly | undefined
  readonly onSignIn: () => void
  readonly onExport: () => void
}

/** A reconnect within this time is not worth a line that pushes the page down. */
const SHORT_ABSENCE = 2_500

export function Notices({ session, journal, state, whyReadOnly, onSignIn, onExport }: NoticesProps) {
  const say = words.journal.notices
  const isAway = useLasting(!state.isConnected && state.content === 'ready' && !state.barred, SHORT_ABSENCE)
  return (
    <div className={styles.notices}>
      {state.barred === 'signed-out' && (
        <Notice tone="trouble" action={<Button onClick={onSignIn}>{words.journal.save.signInAgain}</Button>}>
          {failureWords('signed-out')}
        </Notice>
      )}
      {whyReadOnly?.kind === 'shut' && <ShutNotice session={session} failure={whyReadOnly.failure} onExport={onExport} />}
      {whyReadOnly?.kind === 'archived' && <Notice why={journal.role === 'owner' ? say.archivedOwner : undefined}>{say.archived}</Notice>}
      {whyReadOnly?.kind === 'role' && <Notice why={say.readOnly.why}>{journal.role === 'commenter' ? say.readOnly.commenter : say.readOnly.viewer}</Notice>}
      {state.fullness > 0 && <Notice>{say.nearlyFull(state.fullness)}</Notice>}
      {state.storage === 'unavailable' && <Notice>{say.noStorage}</Notice>}
      {state.storage === 'failed' && <Notice>{say.storageFailed}</Notice>}
      {isAway && <Notice why={say.offlineWhy}>{say.offline}</Notice>}
    </div>
  )
}

interface ShutNoticeProps {
  readonly session: JournalSession
  readonly failure: FailureCode
  readonly onExport: () => void
}

const REMOVED: ReadonlySet<FailureCode> = new Set(['unknown-journal', 'unknown-document', 'not-allowed'])

function ShutNotice({ session, failure, onExport }: ShutNoticeProps) {
  if (REMOVED.has(failure)) {
    return (
      <Notice tone="trouble" action={<Button onClick={onExport}>{words.journal.save.exportText}</Button>}>
        {words.journal.notices.removed}
      </Notice>
    )
  }
  const reload = <Button onClick={() => location.reload()}>{words.journal.save.reload}</Button>
  return (
    <Notice tone="trouble" action={failure === 'foreign-client-id' ? <BeginAnew session={session} onExport={onExport} /> : reload}>
      {failureWords(failure)}
    </Notice>
  )
}

interface NoticeProps {
  readonly children: ReactNode
  /** Further words; on a phone the page itself is worth more. */
  readonly why?: string | undefined
  readonly tone?: 'calm' | 'trouble'
  readonly action?: ReactNode
}

export function Notice({ children, why, tone = 'calm', action }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role="status">
      <div className={styles.line}>
        <p>
          {children}
          {why && <span className={styles.why}> {why}</span>}
        </p>
        {action}
      </div>
    </div>
  )
}
