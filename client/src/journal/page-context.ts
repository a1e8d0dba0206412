/** What the parts of one open page share: the document, its facts, its people, and what can be asked of the screen around it. */
import type { BlockId, Day, JournalId, PageId, PersonId } from '@tandem/shared/ids.ts'
import type * as Y from 'yjs'
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { VouchedLine } from '../ui/vouched-line.ts'
import type { CopiedFile } from './files/copied-file.ts'
import type { FactContext } from './facts/fact-line.ts'
import type { FactsIndex } from '@tandem/shared/document/facts-index.ts'

/** What opens beside the page. A page without a screen, as in a test, opens nothing. */
export interface PageScreen {
  /** The facts of a block, for editing. */
  readonly openFacts: (block: BlockId) => void
  /** What can be done with a block as a whole. */
  readonly openBlockMenu: (block: BlockId) => void
  /** Puts the address of a block on the clipboard, and says so. */
  readonly copyLink: (block: BlockId) => void
  /** The address of the link at the selection. */
  readonly openLink: () => void
  /** Goes to a block, on whichever page it stands. */
  readonly goTo: (block: string) => void
  /** Sends files and puts them below a block. */
  readonly addFiles: (files: readonly File[], after: string | undefined) => void
  /** Copies a file out of another journal, for a block that was pasted here. */
  readonly copyFile: (block: string, copied: CopiedFile) => void
  /** Lets the person pick files for where the caret is. */
  readonly pickFiles: () => void
  /** Words that threads hang on were pressed. */
  readonly pressHighlight: (ids: readonly string[]) => void
}

/** A structured block as it stands now. */
export interface BlockNow {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly facts: Facts
}

/** What people vouch for of a block; `undefined` for one of which nobody can. */
export type VouchedOf = (block: BlockNow) => VouchedLine | undefined

export interface PageContext {
  readonly doc: Y.Doc
  readonly page: PageId
  /** Where its files are; `undefined` where there are none, as in a test. */
  readonly journal: JournalId | undefined
  readonly me: PersonId
  readonly facts: FactsIndex
  readonly screen: PageScreen
  /** People, locale and day as they are now. */
  readonly factContext: () => FactContext
  readonly today: () => Day
  /** As it is now; it may change with every context change. */
  readonly vouchedOf: VouchedOf
  /** Whether this person may comment, on facts too, where they may not write. */
  readonly mayComment: () => boolean
  /** Calls back when the names, the locale or the day have changed. Returns how to stop. */
  readonly onContextChange: (listener: () => void) => () => void
}
