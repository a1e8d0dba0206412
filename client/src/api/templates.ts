/** Templates that I or the people I keep journals with have saved. */
import * as contracts from '@tandem/shared/contracts/templates.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { TEMPLATES } from './keys.ts'
import { useAct } from './use-act.ts'

/** The latest first. */
export function useTemplates() {
  return useQuery({
    // Whoever opens the list sees what the other has just kept or deleted.
    refetchOnMount: 'always',
    queryKey: TEMPLATES,
    queryFn: () => call(contracts.list, {}),
    select: (answer) => answer.templates,
  })
}

/** Keeps a page's blocks to begin others with. */
export function useSaveTemplate() {
  return useAct(contracts.save, TEMPLATES)
}

export function useRemoveTemplate() {
  return useAct(contracts.remove, TEMPLATES)
}

/** What stands in a saved template. */
export function useLoadTemplate() {
  return useAct(contracts.get)
}
