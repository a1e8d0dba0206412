/** My own development plan in a journal. */
import * as contracts from '@tandem/shared/contracts/plans.ts'
import type { JournalId } from '@tandem/shared/ids.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { planKey } from './keys.ts'
import { useAct } from './use-act.ts'

export function usePlan(id: JournalId) {
  return useQuery({ queryKey: planKey(id), queryFn: () => call(contracts.get, { id }), select: (answer) => answer.goals })
}

/** Keeps the plan in place of the one before. */
export function useKeepPlan(id: JournalId) {
  return useAct(contracts.keep, planKey(id))
}
