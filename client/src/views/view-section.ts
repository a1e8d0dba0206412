/** A part of a view: some blocks under a heading. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'

export interface ViewSection {
  readonly key: string
  readonly title: string
  readonly blocks: readonly GatheredBlock[]
  /** Folded until it is asked for: what is over. */
  readonly isFolded?: boolean
  readonly isLate?: boolean
}

/** Sections without blocks are not drawn. */
export function filled(sections: readonly ViewSection[]): readonly ViewSection[] {
  return sections.filter(({ blocks }) => blocks.length > 0)
}
