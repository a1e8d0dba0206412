/** The gathered blocks of an open journal, and how many are open, as they change. */
import type { GatheredBlock, JournalIndex } from '@tandem/shared/document/journal-index.ts'
import { useMemo, useSyncExternalStore } from 'react'
import { afterPaint } from '../sync/after-paint.ts'
import { countOpen, type OpenCounts } from './read-gathered.ts'

export function useGathered(index: JournalIndex): readonly GatheredBlock[] {
  return useSyncExternalStore(
    useMemo(() => changesOf(index), [index]),
    index.gathered,
  )
}

/** The same object while the counts are the same, so that typing into an action does not draw the list of views again. */
export function useOpenCounts(index: JournalIndex): OpenCounts {
  const read = useMemo(() => countsOf(index), [index])
  return useSyncExternalStore(
    useMemo(() => changesOf(index), [index]),
    read,
  )
}

/** A letter typed into a block is on the screen before anything that is gathered from it. */
function changesOf(index: JournalIndex): (listener: () => void) => () => void {
  return (listener) => {
    const { ask, cancel } = afterPaint(listener)
    const stop = index.onChange(ask)
    return () => {
      cancel()
      stop()
    }
  }
}

function countsOf(index: JournalIndex): () => OpenCounts {
  let counts: OpenCounts | undefined
  return () => {
    const now = countOpen(index.gathered())
    if (!counts || JSON.stringify(counts) !== JSON.stringify(now)) counts = now
    return counts
  }
}
