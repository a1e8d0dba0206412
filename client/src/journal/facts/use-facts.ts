/** The facts of one block, as they change. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import { useCallback, useSyncExternalStore } from 'react'
import type { FactsIndex } from '@tandem/shared/document/facts-index.ts'

export function useFacts(index: FactsIndex, block: string): Facts {
  const subscribe = useCallback((listener: () => void) => index.watch(block, listener), [index, block])
  return useSyncExternalStore(subscribe, () => index.of(block))
}
