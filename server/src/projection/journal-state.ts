/** What the projection reads out of a journal's document: its pages, and every block with words in it. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { Page } from '@tandem/shared/document/journal-doc.ts'
import type { BlockId, Day, Millis, PageId } from '@tandem/shared/ids.ts'

/** A block somebody has written in. One without words is a place to write, not yet a block to anybody but the editor. */
export interface BlockState {
  readonly page: PageId
  readonly kind: string
  readonly words: string
  readonly facts: Facts
}

export interface PageState {
  readonly kind: Page['kind']
  readonly title: string
  readonly day: Day | null
  readonly order: number
  readonly startedAt: Millis | null
  readonly endedAt: Millis | null
  readonly archivedAt: Millis | null
}

/** How a block differs after an entry; `undefined` where it is not in the journal. */
export interface BlockStep {
  readonly id: BlockId
  readonly before: BlockState | undefined
  readonly after: BlockState | undefined
  /** It stands elsewhere among the blocks that stayed. */
  readonly isMoved: boolean
  /** The block in front of it: where it stands, or stood when it went. `undefined` at the top of its page. */
  readonly place: BlockId | undefined
}

export interface PageStep {
  readonly id: PageId
  readonly before: PageState | undefined
  readonly after: PageState | undefined
}

export interface Step {
  readonly blocks: readonly BlockStep[]
  readonly pages: readonly PageStep[]
}

export function isSameFacts(a: Facts, b: Facts): boolean {
  if (a === b) return true
  const fields = Object.keys(a)
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field])
}

export function isSameBlock(a: BlockState | undefined, b: BlockState | undefined): boolean {
  if (!a || !b) return a === b
  return a.page === b.page && a.kind === b.kind && a.words === b.words && isSameFacts(a.facts, b.facts)
}

export function isSamePage(a: PageState | undefined, b: PageState | undefined): boolean {
  if (!a || !b) return a === b
  return (Object.keys(a) as (keyof PageState)[]).every((field) => a[field] === b[field])
}
