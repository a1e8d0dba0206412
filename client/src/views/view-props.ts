/** What every view is given. */
import type { GatheredBlock } from '@tandem/shared/document/journal-index.ts'
import type { FirstPage } from './ViewFrame.tsx'
import type { ViewFilter } from './view-filter.ts'
import type { ViewTools } from './view-tools.ts'

export interface ViewProps {
  readonly blocks: readonly GatheredBlock[]
  readonly tools: ViewTools
  readonly filter: ViewFilter
  /** The address of this view without its filter. */
  readonly path: string
  readonly firstPage: FirstPage
}
