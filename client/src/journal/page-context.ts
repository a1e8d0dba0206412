/** What the parts of one open page share: the document, its facts, its people, and what can be asked of the screen around it. */
import type { BlockId, Day, PageId, PersonId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import type { FactContext } from './facts/fact-line.ts'
import type { FactsIndex } from '@tandem/shared/document/facts-index.ts'

/** What opens beside the page. A page without a screen, as in a test, opens nothing. */
export interface PageScreen {
  /** The facts of a block, for editing. */
  readonly openFacts: (block: BlockId) => void
  /** What can be done with a block as a whole. */
  readonly openBlockMenu: (block: BlockId) => void
  /** The address of the link at the selection. */
  readonly openLink: () => void
  /** Goes to a block, on whichever page it stands. */
  readonly goTo: (block: string) => void
}

export interface PageContext {
  readonly doc: Y.Doc
  readonly page: PageId
  readonly me: PersonId
  readonly facts: FactsIndex
  readonly screen: PageScreen
  /** People, locale and day as they are now. */
  readonly factContext: () => FactContext
  readonly today: () => Day
  /** Calls back when the names, the locale or the day have changed. Returns how to stop. */
  readonly onContextChange: (listener: () => void) => () => void
}
