/** The gathered blocks of an open journal, and how many are open, as they change. */
import type { GatheredBlock, JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { useMemo, useSyncExternalStore } from 'react'
import { countOpen, type OpenCounts } from './read-gathered.ts'

export function useGathered(index: JournalIndex): readonly GatheredBlock[] {
  return useSyncExternalStore(index.onChange, index.gathered)
}

/** The same object while the counts are the same, so that typing into an action does not draw the list of views again. */
export function useOpenCounts(index: JournalIndex): OpenCounts {
  const read = useMemo(() => countsOf(index), [index])
  return useSyncExternalStore(index.onChange, read)
}

function countsOf(index: JournalIndex): () => OpenCounts {
  let counts: OpenCounts | undefined
  return () => {
    const now = countOpen(index.gathered())
    if (!counts || JSON.stringify(counts) !== JSON.stringify(now)) counts = now
    return counts
  }
}
