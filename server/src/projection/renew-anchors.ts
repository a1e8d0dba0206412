/** Finds where threads hang in a document as it stands, and says which of them should be remembered anew. Pure. [P10] */
import { Anchor } from '@tandem/shared/document/anchors/anchor.ts'
import { asItStands, type JournalText } from '@tandem/shared/document/anchors/journal-text.ts'
import { renewAnchor } from '@tandem/shared/document/anchors/make-anchor.ts'
import { resolveAnchor } from '@tandem/shared/document/anchors/resolve-anchor.ts'
import type { RowId } from '@tandem/shared/ids.ts'

/** A thread and its Anchor, as JSON, as it is stored. */
export interface HungThread {
  readonly thread: RowId
  readonly anchor: string
}

export interface RenewedThread extends HungThread {
  /** What was stored when it was looked at: somebody may have hung it elsewhere meanwhile, and then that holds. */
  readonly before: string
}

/** Those that are as good as they were, and those whose words are gone, are not in the answer. */
export function renewThreads(journal: JournalText, hung: readonly HungThread[]): RenewedThread[] {
  const standing = asItStands(journal)
  return hung.flatMap(({ thread, anchor: before }) => {
    const anchor = Anchor.parse(JSON.parse(before))
    const renewed = renewAnchor(standing, anchor, resolveAnchor(standing, anchor))
    return renewed ? [{ thread, before, anchor: JSON.stringify(renewed) }] : []
  })
}
