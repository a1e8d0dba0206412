/** The links that can still be used, and a way to withdraw each. */
import type { JournalId } from '@tandem/shared/ids.ts'
import { useInvitations, useRevokeInvitation } from '../api/invitations.ts'
import { Problem } from '../ui/Problem.tsx'
import { spokenDay } from '../words/dates.ts'
import { troubleWords } from '../words/trouble.ts'
import { peopleWords } from '../words/people.ts'
import { words } from '../words/words.ts'
import styles from './OpenInvitations.module.css'
import { Button } from '../ui/Button.tsx'

interface OpenInvitationsProps {
  readonly journal: JournalId
}

/** Draws nothing while there are none. */
export function OpenInvitations({ journal }: OpenInvitationsProps) {
  const invitations = useInvitations(journal)
  const revoke = useRevokeInvitation(journal)
  const trouble = invitations.error ?? revoke.error
  if (trouble === null && !invitations.data?.length) return null
  return (
    <section className={styles.open} aria-labelledby="open-invitations">
      <h3 id="open-invitations">{peopleWords.open}</h3>
      {trouble && <Problem>{troubleWords(trouble)}</Problem>}
      <ul>
        {invitations.data?.map((invitation) => (
          <li key={invitation.id} className={styles.row}>
            <div>
              <p>{peopleWords.openLine(words.seats[invitation.seat], words.roles[invitation.role])}</p>
              <p className={styles.quiet}>{peopleWords.madeBy(invitation.by, spokenDay(invitation.expiresAt, Date.now()))}</p>
            </div>
            <Button
              variant="subtle"
              data-danger
              isPending={revoke.isPending && revoke.variables.invitation === invitation.id}
              aria-label={peopleWords.revokeOf(words.seats[invitation.seat])}
              onClick={() => revoke.mutate({ id: journal, invitation: invitation.id })}
            >
              {peopleWords.revoke}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
