/** The acceptances of a journal: the server's, and what this person has said that it does not show yet, as one. */
import * as contracts from '@tandem/shared/contracts/acceptances.ts'
import type { JournalId, PersonId } from '@tandem/shared/ids.ts'
import { useMemo } from 'react'
import { usePending } from '../api/outbox.tsx'
import { rowsByBlock, withPending } from '../api/pending-rows.ts'
import { useRows } from '../api/rows.ts'

export type AcceptancesByBlock = ReadonlyMap<string, readonly contracts.Acceptance[]>

/** The oldest first. */
export function useAcceptances(journal: JournalId, me: PersonId): AcceptancesByBlock {
  const { data } = useRows(contracts.list, journal, 'acceptances')
  const pending = usePending(journal, 'acceptances')
  return useMemo(() => rowsByBlock(withPending(data?.acceptances ?? [], pending, { me, id: 'acceptance', row: contracts.Acceptance })), [data, pending, me])
}
