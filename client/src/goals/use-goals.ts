/** What people vouch for of goals: the server's rows, and what this person has said that they do not show yet, as one. */
import * as checkIns from '@tandem/shared/contracts/check-ins.ts'
import * as anchors from '@tandem/shared/contracts/mentorship-anchors.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { useMemo } from 'react'
import { usePending } from '../api/outbox.tsx'
import { rowsByBlock, withPending } from '../api/pending-rows.ts'
import { useRows } from '../api/rows.ts'

export interface GoalRows {
  /** The oldest first. */
  readonly checkIns: ReadonlyMap<string, readonly checkIns.CheckIn[]>
  /** Mine, and the other's where both have given all of theirs. */
  readonly answers: ReadonlyMap<string, readonly anchors.AnchorAnswer[]>
  /** Who has given all of theirs. */
  readonly given: ReadonlyMap<string, ReadonlySet<string>>
}

export function useGoalRows(journal: JournalId, me: PersonId): GoalRows {
  const said = useRows(checkIns.list, journal, 'check-ins').data
  const answered = useRows(anchors.list, journal, 'mentorship-anchors').data
  const pendingCheckIns = usePending(journal, 'check-ins')
  const pendingAnswers = usePending(journal, 'mentorship-anchors')
  return useMemo(() => {
    const given = new Map<string, Set<string>>()
    for (const { block, person } of answered?.given ?? []) given.set(block, (given.get(block) ?? new Set()).add(person))
    return {
      checkIns: rowsByBlock(withPending(said?.checkIns ?? [], pendingCheckIns, { me, id: 'checkIn', row: checkIns.CheckIn })),
      answers: rowsByBlock(withPending(answered?.answers ?? [], pendingAnswers, { me, id: 'answer', row: anchors.AnchorAnswer })),
      given,
    }
  }, [said, answered, pendingCheckIns, pendingAnswers, me])
}
