/** The actions I own, over all my journals. */
import * as contracts from '@tandem/shared/contracts/my-actions.ts'
import { useQuery } from '@tanstack/react-query'
import { callOrKept } from './kept-answers.ts'
import { MY_ACTIONS } from './keys.ts'

/** The open ones, what is due first in front. */
export function useMyActions() {
  return useQuery({ queryKey: MY_ACTIONS, queryFn: () => callOrKept(contracts.list, {}), select: (answer) => answer.actions, staleTime: 0 })
}
