/** One member: face, name, seat, and what they may do. */
import type { JournalSummary, Member } from '@tandem/shared/contracts/journals.ts'
import type { PersonId } from '@tandem/shared/ids.ts'
import { may, Role } from '@tandem/shared/roles.ts'
import { useState } from 'react'
import { useChangeRole } from '../api/journals.ts'
import { Face } from '../ui/Face.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { Problem } from '../ui/Problem.tsx'
import { QuietSelect } from '../ui/QuietSelect.tsx'
import { troubleWords } from '../words/trouble.ts'
import { peopleWords } from '../words/people.ts'
import { words } from '../words/words.ts'
import styles from './MemberRow.module.css'
import { RemoveQuestion } from './RemoveQuestion.tsx'

interface MemberRowProps {
  readonly journal: JournalSummary
  readonly member: Member
  readonly me: PersonId
}

export function MemberRow({ journal, member, me }: MemberRowProps) {
  const change = useChangeRole()
  const [isRemoving, setRemoving] = useState(false)
  const isMe = member.person === me
  const mayManage = may(journal.role, 'manage')
  return (
    <li className={styles.member}>
      <Face name={member.name} hue={member.hue} isNamedBeside />
      <div className={styles.words}>
        <p className={styles.name}>{isMe ? peopleWords.me(member.name) : member.name}</p>
        <p className={styles.seat}>
          <span>{words.seats[member.seat]}</span>
          {mayManage ? (
            <QuietSelect
              label={peopleWords.roleOf(member.name)}
              options={Role.options.map((role) => ({ value: role, label: words.roles[role] }))}
              value={change.isPending ? change.variables.role : member.role}
              isBusy={change.isPending}
              onChange={(role) => change.mutate({ id: journal.id, person: member.person, role })}
            />
          ) : (
            <span>{words.roles[member.role]}</span>
          )}
        </p>
      </div>
      {mayManage && !isMe && (
        <MoreMenu label={peopleWords.moreOf(member.name)} items={[{ label: peopleWords.remove, isDanger: true, onPress: () => setRemoving(true) }]} />
      )}
      {change.error && (
        <div className={styles.trouble}>
          <Problem>{troubleWords(change.error)}</Problem>
        </div>
      )}
      {isRemoving && <RemoveQuestion journal={journal.id} member={member} onClose={() => setRemoving(false)} />}
    </li>
  )
}
