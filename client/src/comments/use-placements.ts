/** Where the threads of a journal hang now: found again shortly after every edit, whoever made it. */
import { type Anchor, type Placement } from '@tandem/shared/document/anchors/anchor.ts'
import { asItStands, type JournalText, journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { RowId } from '@tandem/shared/ids.ts'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type * as Y from 'yjs'

/** The words' marks follow every keystroke by themselves; this is when everything else does. */
const SETTLED = 250

interface Hanging {
  readonly thread: RowId
  readonly anchor: Anchor
}

export type Placements = ReadonlyMap<RowId, Placement>

export function usePlacements(doc: Y.Doc, index: JournalIndex, threads: readonly Hanging[]): Placements {
  const place = useMemo(() => createPlacer(journalTextOf(doc, index.blocksOf)), [doc, index])
  const atFirst = useMemo(() => place(threads), [place, threads])
  const [later, setLater] = useState<{ readonly of: readonly Hanging[]; readonly placements: Placements }>()
  const shown = later?.of === threads ? later.placements : atFirst
  // Most edits move no thread: then nobody has to draw anything anew.
  const settle = useEffectEvent(() => {
    const placements = place(threads)
    if (placements !== shown) setLater({ of: threads, placements })
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onEdit = () => {
      clearTimeout(timer)
      timer = setTimeout(() => settle(), SETTLED)
    }
    doc.on('update', onEdit)
    return () => {
      clearTimeout(timer)
      doc.off('update', onEdit)
    }
  }, [doc])
  return shown
}

/** Finds all threads in the journal as it stands. What moved is a new object, and where nothing moved all of it is the same. */
function createPlacer(journal: JournalText): (threads: readonly Hanging[]) => Placements {
  let last: Placements = new Map()
  return (threads) => {
    const standing = asItStands(journal)
    const now = new Map(threads.map(({ thread, anchor }) => [thread, unlessSame(last.get(thread), resolveAnchor(standing, anchor))] as const))
    const isSame = now.size === last.size && [...now].every(([thread, placement]) => last.get(thread) === placement)
    if (!isSame) last = now
    return last
  }
}

function unlessSame(before: Placement | undefined, now: Placement): Placement {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
}
