/** Asks before a member is removed. */
import type { Member } from '@tandem/shared/contracts/journals.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import { useRemoveMember } from '../api/journals.ts'
import { Confirm } from '../ui/Confirm.tsx'
import { troubleWords } from '../words/trouble.ts'
import { peopleWords } from '../words/people.ts'

interface RemoveQuestionProps {
  readonly journal: JournalId
  readonly member: Member
  readonly onClose: () => void
}

export function RemoveQuestion({ journal, member, onClose }: RemoveQuestionProps) {
  const remove = useRemoveMember()
  return (
    <Confirm
      title={peopleWords.removeTitle(member.name)}
      action={peopleWords.removeAction}
      isDanger
      isPending={remove.isPending}
      trouble={remove.error ? troubleWords(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: journal, person: member.person }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{peopleWords.removeLead}</p>
    </Confirm>
  )
}
