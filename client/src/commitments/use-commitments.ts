/** The commitments of a journal: the server's, and what this person has said that it does not show yet, as one. */
import * as contracts from '@tandem/shared/contracts/commitments.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { useMemo } from 'react'
import { usePending } from '../api/outbox.tsx'
import { rowsByBlock, withPending } from '../api/pending-rows.ts'
import { useRows } from '../api/rows.ts'

export type CommitmentsByBlock = ReadonlyMap<string, readonly contracts.Commitment[]>

/** The oldest first. */
export function useCommitments(journal: JournalId, me: PersonId): CommitmentsByBlock {
  const { data } = useRows(contracts.list, journal, 'commitments')
  const pending = usePending(journal, 'commitments')
  return useMemo(() => rowsByBlock(withPending(data?.commitments ?? [], pending, { me, id: 'commitment', row: contracts.Commitment })), [data, pending, me])
}
