/** Where the threads of a journal hang now: found again shortly after every edit, whoever made it. */
import { type Anchor, type Placement } from '@tandem/shared/document/anchors/anchor.ts'
import { asItStands, journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { RowId } from '@tandem/shared/ids.ts'
import { useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'

/** The words' marks follow every keystroke by themselves; this is when everything else does. */
const SETTLED = 250

interface Hanging {
  readonly thread: RowId
  readonly anchor: Anchor
}

export type Placements = ReadonlyMap<RowId, Placement>

export function usePlacements(doc: Y.Doc, index: JournalIndex, threads: readonly Hanging[]): Placements {
  const journal = useMemo(() => journalTextOf(doc, index.blocksOf), [doc, index])
  const [edits, setEdits] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onEdit = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setEdits((before) => before + 1), SETTLED)
    }
    doc.on('update', onEdit)
    return () => {
      clearTimeout(timer)
      doc.off('update', onEdit)
    }
  }, [doc])
  const [memory] = useState(createMemory)
  return useMemo(() => {
    const standing = asItStands(journal)
    return memory(threads.map(({ thread, anchor }) => [thread, resolveAnchor(standing, anchor)] as const))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the document is read anew after every edit
  }, [journal, threads, edits, memory])
}

/** A placement that says the same stays the same object, so that only what moved is drawn again. */
function createMemory(): (found: readonly (readonly [RowId, Placement])[]) => Placements {
  let last: Placements = new Map()
  return (found) => {
    const now = new Map(found.map(([thread, placement]) => [thread, unlessSame(last.get(thread), placement)]))
    const isSame = now.size === last.size && [...now].every(([thread, placement]) => last.get(thread) === placement)
    if (!isSame) last = now
    return last
  }
}

function unlessSame(before: Placement | undefined, now: Placement): Placement {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
}
