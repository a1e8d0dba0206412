/** Everybody in a journal, and the links by which others can come. Stands inside the journal's screen. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { may } from '@tandem/shared/roles.ts'
import { peopleWords } from '../words/people.ts'
import { Invite } from './Invite.tsx'
import { MemberRow } from './MemberRow.tsx'
import { OpenInvitations } from './OpenInvitations.tsx'
import styles from './PeoplePanel.module.css'

interface PeoplePanelProps {
  readonly journal: JournalSummary
  readonly me: PersonId
}

/** Shows no control that my role does not allow. Brings no heading of its own size: the panel around it is titled with `peopleWords.title`. */
export function PeoplePanel({ journal, me }: PeoplePanelProps) {
  const isArchived = journal.archivedAt !== null
  const mayInvite = may(journal.role, 'invite')
  return (
    <div className={styles.panel}>
      <ul className={styles.members} aria-label={peopleWords.title}>
        {journal.members.map((member) => (
          <MemberRow key={member.person} journal={journal} member={member} me={me} />
        ))}
      </ul>
      {mayInvite && isArchived && <p className={styles.quiet}>{peopleWords.archived}</p>}
      {mayInvite && !isArchived && (
        <>
          <Invite journal={journal} />
          <OpenInvitations journal={journal.id} />
        </>
      )}
    </div>
  )
}
