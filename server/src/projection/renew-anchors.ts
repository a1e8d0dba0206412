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
  /** The older one that people on the journal still hold, when it has been renewed since they heard of it. */
  readonly told?: string | undefined
}

export interface RenewedThread {
  readonly thread: RowId
  readonly anchor: string
  /** What was stored when it was looked at: somebody may have hung it elsewhere meanwhile, and then that holds. */
  readonly before: string
}

export interface Renewal {
  /** Those that are as good as they were, and those whose words are gone, are not among them. */
  readonly renewed: readonly RenewedThread[]
  /** Whether what people hold leads one of them astray: elsewhere than what is stored now. */
  readonly isAstray: boolean
}

export function renewThreads(journal: JournalText, hung: readonly HungThread[]): Renewal {
  const standing = asItStands(journal)
  const placeOf = (anchor: Anchor) => JSON.stringify(resolveAnchor(standing, anchor))
  const renewed: RenewedThread[] = []
  let isAstray = false
  for (const { thread, anchor: before, told } of hung) {
    const stored = Anchor.parse(JSON.parse(before))
    const anchor = renewAnchor(standing, stored, resolveAnchor(standing, stored))
    if (anchor) renewed.push({ thread, before, anchor: JSON.stringify(anchor) })
    const held = told ?? (anchor && before)
    isAstray ||= held !== undefined && placeOf(Anchor.parse(JSON.parse(held))) !== placeOf(anchor ?? stored)
  }
  return { renewed, isAstray }
}
