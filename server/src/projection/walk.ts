/** One pass over a document's log: from the state at one seq, entry by entry, to the rows that differ at its end. Pure. */
import type { BlockId, Millis, PageId, PersonId, Seq } from '@tandem/shared/ids.ts'
import type { Change } from './change.ts'
import { ChangeGroups, type Occasion, type Outdated } from './change-groups.ts'
import { compareBlock, comparePage, revertBlock, revertPage } from './compare-states.ts'
import type { BlockState, PageState } from './journal-state.ts'
import type { ReadableJournal } from './readable-journal.ts'

export interface WalkedEntry extends Occasion {
  readonly updates: readonly Uint8Array[]
}

/** A block as it is at the end, and whose hand was on it last. */
export interface TouchedBlock extends BlockState {
  readonly id: BlockId
  readonly changedAt: Millis
  readonly changedBy: PersonId
}

export interface ListedPage extends PageState {
  readonly id: PageId
}

export interface Walked {
  readonly seq: Seq
  readonly blocks: readonly TouchedBlock[]
  readonly goneBlocks: readonly BlockId[]
  readonly pages: readonly ListedPage[]
  readonly gonePages: readonly PageId[]
  readonly changes: readonly Change[]
  /** Rows of changes that `changes` says anew, or that turned out to be nothing. */
  readonly outdated: readonly Outdated[]
}

export interface WalkStart extends GoingOn {
  readonly journal: ReadableJournal
  /** Where the journal stands. */
  readonly since: Seq
  /** Whose words are nobody's change: a template's. */
  readonly nobody: PersonId
}

/** What the rows say that the next entries may go on with. */
export interface GoingOn {
  readonly open: readonly Change[]
  /** Seqs somebody has seen up to. */
  readonly cuts: readonly Seq[]
}

export class Walk {
  readonly #journal: ReadableJournal
  readonly #nobody: PersonId
  readonly #ofBlocks: ChangeGroups<BlockState>
  readonly #ofPages: ChangeGroups<PageState>
  readonly #touched = new Map<BlockId, Occasion>()
  readonly #pages = new Set<PageId>()
  #seq: Seq

  constructor({ journal, since, open, cuts, nobody }: WalkStart) {
    this.#journal = journal
    this.#seq = since
    this.#nobody = nobody
    this.#ofBlocks = new ChangeGroups({ compare: (_, span) => compareBlock(span), revert: revertBlock }, cuts)
    this.#ofPages = new ChangeGroups({ compare: (id, span) => comparePage({ ...span, id: id as PageId }), revert: revertPage }, cuts)
    const [ofPages, ofBlocks] = [open.filter(isOfPage), open.filter((change) => !isOfPage(change))]
    this.#ofBlocks.resume(ofBlocks, (id) => journal.blocks.get(id as BlockId))
    this.#ofPages.resume(ofPages, (id) => journal.pages.get(id as PageId))
  }

  take({ updates, ...occasion }: WalkedEntry): void {
    const { blocks, pages } = this.#journal.apply(updates)
    this.#seq = occasion.seq
    const isSomebody = occasion.author !== this.#nobody
    for (const step of blocks) {
      this.#touched.set(step.id, occasion)
      if (isSomebody) this.#ofBlocks.take(step.id, occasion, step)
    }
    for (const step of pages) {
      this.#pages.add(step.id)
      if (isSomebody) this.#ofPages.take(step.id, occasion, { ...step, isMoved: false, place: undefined })
    }
  }

  finish(): Walked {
    const { blocks, pages } = this.#journal
    const [ofBlocks, ofPages] = [this.#ofBlocks.finish(), this.#ofPages.finish()]
    const touched: TouchedBlock[] = []
    for (const [id, { at, author }] of this.#touched) {
      const block = blocks.get(id)
      if (block) touched.push({ ...block, id, changedAt: at, changedBy: author })
    }
    const listed = [...this.#pages].flatMap((id) => {
      const page = pages.get(id)
      return page ? [{ ...page, id }] : []
    })
    return {
      seq: this.#seq,
      blocks: touched,
      goneBlocks: [...this.#touched.keys()].filter((id) => !blocks.has(id)),
      pages: listed,
      gonePages: [...this.#pages].filter((id) => !pages.has(id)),
      changes: [...ofBlocks.changes, ...ofPages.changes],
      outdated: [...ofBlocks.outdated, ...ofPages.outdated],
    }
  }
}

function isOfPage({ what }: Change): boolean {
  return what.startsWith('page-')
}
