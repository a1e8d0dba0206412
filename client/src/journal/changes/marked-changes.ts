/** What is to be shown of changes in their place on a page. */
import type { Rewording } from '@tandem/shared/document/trace-words.ts'
import type { Millis } from '@tandem/shared/ids.ts'

/** Whose a change is and when, to read beside it. */
export interface Signed {
  readonly who: string
  readonly when: string
  readonly at: Millis
  /** The hue of who changed it first. */
  readonly hue: number
}

/** A block that somebody else added, changed or moved. */
export interface MarkedBlock extends Signed {
  readonly block: string
  readonly isNew: boolean
  /** What happened to it, in few words: new, moved, turned. */
  readonly notes: readonly string[]
  /** By the hue of who did it; `undefined` is the reader. */
  readonly rewordings: readonly Rewording<number | undefined>[]
  readonly facts: readonly MarkedFact[]
}

export interface MarkedFact {
  readonly field: string
  readonly was: unknown
  readonly became: unknown
}

/** A block that is gone, shown struck where it stood. */
export interface GoneBlock extends Signed {
  readonly block: string
  /** The block it stood behind; null at the top. */
  readonly place: string | null
  readonly words: string
  readonly notes: readonly string[]
}

export interface MarkedChanges {
  readonly blocks: readonly MarkedBlock[]
  readonly gone: readonly GoneBlock[]
  /** The one the reader stands at. */
  readonly current: string | undefined
}

export const NO_CHANGES: MarkedChanges = { blocks: [], gone: [], current: undefined }
