/** Journals and their members. */
import * as contracts from '@tandem/shared/contracts/journals.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import { useQuery } from '@tanstack/react-query'
import { callOrKept, findKept } from './kept-answers.ts'
import { JOURNALS, journalKey } from './keys.ts'
import { useAct } from './use-act.ts'

/** My journals, archived ones too, the latest changed first. */
export function useJournals() {
  return useQuery({ queryKey: JOURNALS, queryFn: () => callOrKept(contracts.list, {}), select: (answer) => answer.journals })
}

/** One journal as I see it; the kept answer until the server has spoken. */
export function useJournal(id: JournalId) {
  return useQuery({
    queryKey: journalKey(id),
    queryFn: () => callOrKept(contracts.get, { id }),
    initialData: () => findKept(contracts.get, { id }),
    initialDataUpdatedAt: 0,
  })
}

/** Begins a journal. */
export function useCreateJournal() {
  return useAct(contracts.create, JOURNALS)
}

/** Gives a journal another title. */
export function useRenameJournal() {
  return useAct(contracts.rename, JOURNALS)
}

/** Puts a journal away: readable, not writable. */
export function useArchiveJournal() {
  return useAct(contracts.archive, JOURNALS)
}

/** Brings an archived journal back. */
export function useUnarchiveJournal() {
  return useAct(contracts.unarchive, JOURNALS)
}

/** Leaves a journal; the others keep it. */
export function useLeaveJournal() {
  return useAct(contracts.leave, JOURNALS)
}

/** Changes what a member may do. */
export function useChangeRole() {
  return useAct(contracts.changeRole, JOURNALS)
}

/** Removes a member; what they wrote stays. */
export function useRemoveMember() {
  return useAct(contracts.removeMember, JOURNALS)
}
