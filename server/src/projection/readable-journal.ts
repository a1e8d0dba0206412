/** A journal's document as people read it. After each entry only what it touched is read again, so that a long log is walked in the time of its edits, not of its size. */
import { type JournalText, journalTextOf } from '@tandem/shared/document/anchors/journal-text.ts'
import { createFactsIndex, type FactsIndex } from '@tandem/shared/document/facts-index.ts'
import { parseFactKey } from '@tandem/shared/document/facts.ts'
import { factsOf, type ListedPage, listPages, pageFragment, pagesOf } from '@tandem/shared/document/journal-doc.ts'
import { type Block, readBlock, topElements } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId, PageId } from '@tandem/shared/ids.ts'
import * as Y from 'yjs'
import { buildDocument } from '../log/build-document.ts'
import { type BlockState, type BlockStep, isSameBlock, isSamePage, type PageState, type PageStep, type Step } from './journal-state.ts'
import { findMoved } from './moved-blocks.ts'

interface ReadPage {
  readonly state: PageState
  /** Its blocks with words and an id, in order; of two with one id the first. */
  readonly blocks: ReadonlyMap<BlockId, Block>
}

const NO_BLOCKS: ReadonlyMap<BlockId, Block> = new Map()

export class ReadableJournal {
  /** What the document was built of, for the day one of the updates breaks it. */
  readonly #updates: Uint8Array[] = []
  readonly #base: Uint8Array | undefined
  #doc!: Y.Doc
  #facts!: FactsIndex
  #read = new WeakMap<Y.XmlElement, Block>()
  #fragments = new Map<unknown, PageId>()
  #dirty = { isListed: true, pages: new Set<PageId>(), facts: new Set<BlockId>() }
  /** In the order of the journal, which decides where a block stands that stands twice until it is repaired. */
  #pages = new Map<PageId, ReadPage>()
  #blocks = new Map<BlockId, BlockState>()

  constructor(base: Uint8Array | undefined, updates: readonly Uint8Array[]) {
    this.#base = base
    this.#updates.push(...updates)
    this.#take(buildDocument(base, updates).doc)
    this.#readDirty()
  }

  get blocks(): ReadonlyMap<BlockId, BlockState> {
    return this.#blocks
  }

  get pages(): ReadonlyMap<PageId, PageState> {
    return new Map([...this.#pages].map(([id, { state }]) => [id, state]))
  }

  /** Takes in the updates of one entry and tells what differs. */
  apply(updates: readonly Uint8Array[]): Step {
    this.#updates.push(...updates)
    try {
      this.#doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.#doc, update)
      })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      // Yjs has thrown in the middle: what stands in the document now is nobody's state.
      this.#take(buildDocument(this.#base, this.#updates).doc)
    }
    return this.#readDirty()
  }

  /** Its words, for finding anchors in them. */
  text(): JournalText {
    return journalTextOf(this.#doc, (page) => this.#elements(page))
  }

  destroy(): void {
    this.#facts.destroy()
    this.#doc.destroy()
  }

  #take(doc: Y.Doc): void {
    this.#doc = doc
    this.#facts = createFactsIndex(doc)
    this.#read = new WeakMap()
    this.#dirty = { isListed: true, pages: new Set(this.#pages.keys()), facts: new Set(this.#blocks.keys()) }
    doc.on('afterTransaction', (transaction) => this.#noteChanges(transaction))
  }

  #noteChanges(transaction: Y.Transaction): void {
    const changed = transaction.changedParentTypes as unknown as ReadonlyMap<Y.AbstractType<unknown>, unknown>
    if (changed.has(pagesOf(this.#doc) as never)) this.#dirty.isListed = true
    for (const type of changed.keys()) {
      const page = this.#fragments.get(type)
      if (page !== undefined) this.#dirty.pages.add(page)
      else if (type instanceof Y.XmlElement) this.#read.delete(type)
    }
    for (const key of transaction.changed.get(factsOf(this.#doc) as never) ?? []) {
      const block = parseFactKey(key ?? '')?.block
      if (block !== undefined) this.#dirty.facts.add(block)
    }
  }

  #readDirty(): Step {
    const { isListed, pages: dirty, facts } = this.#dirty
    this.#dirty = { isListed: false, pages: new Set(), facts: new Set() }
    const before = this.#pages
    if (isListed) {
      const listed = listPages(this.#doc)
      this.#fragments = new Map(listed.map(({ id }) => [pageFragment(this.#doc, id), id]))
      const blocksOf = (id: PageId) => (dirty.has(id) ? undefined : before.get(id)?.blocks) ?? this.#readPage(id)
      this.#pages = new Map(listed.map((page) => [page.id, { state: stateOf(page), blocks: blocksOf(page.id) }]))
    } else if (dirty.size > 0) {
      this.#pages = new Map([...before].map(([id, page]) => [id, dirty.has(id) ? { ...page, blocks: this.#readPage(id) } : page]))
    }
    const touched = isListed ? new Set([...before.keys(), ...this.#pages.keys()]) : dirty
    return { blocks: this.#compareBlocks(before, touched, facts), pages: isListed ? comparePages(before, this.#pages) : [] }
  }

  #readPage(page: PageId): ReadonlyMap<BlockId, Block> {
    const blocks = new Map<BlockId, Block>()
    for (const block of this.#elements(page)) {
      if (block.id !== '' && block.text.trim() !== '' && !blocks.has(block.id)) blocks.set(block.id, block)
    }
    return blocks
  }

  /** Every block, doubled and empty ones too. */
  #elements(page: PageId): Block[] {
    return topElements(pageFragment(this.#doc, page)).map((element) => {
      const block = this.#read.get(element) ?? readBlock(element)
      this.#read.set(element, block)
      return block
    })
  }

  #compareBlocks(before: ReadonlyMap<PageId, ReadPage>, touched: ReadonlySet<PageId>, facts: ReadonlySet<BlockId>): BlockStep[] {
    // Where a block stands that stands twice may be another page as soon as the pages are in another order.
    const isReordered = [...before.keys()].join() !== [...this.#pages.keys()].join()
    const candidates = new Set<BlockId>(isReordered ? [...facts, ...this.#blocks.keys()] : facts)
    const moved = new Set<BlockId>()
    for (const page of touched) {
      const old = before.get(page)?.blocks ?? NO_BLOCKS
      const now = this.#pages.get(page)?.blocks ?? NO_BLOCKS
      for (const [id, block] of now) if (old.get(id) !== block) candidates.add(id)
      for (const id of old.keys()) if (!now.has(id)) candidates.add(id)
      for (const id of findMoved([...old.keys()], [...now.keys()])) moved.add(id)
    }
    const steps: BlockStep[] = []
    for (const id of new Set([...candidates, ...moved])) {
      const was = this.#blocks.get(id)
      const is = this.#findBlock(id)
      const isMoved = moved.has(id) && was?.page === is?.page
      if (isSameBlock(was, is) && !isMoved) continue
      if (is) this.#blocks.set(id, is)
      else this.#blocks.delete(id)
      const home = is ? this.#pages.get(is.page) : was && before.get(was.page)
      steps.push({ id, before: was, after: is, isMoved, place: home && findBefore(home.blocks, id) })
    }
    return steps
  }

  #findBlock(id: BlockId): BlockState | undefined {
    for (const [page, { blocks }] of this.#pages) {
      const block = blocks.get(id)
      if (block) return { page, kind: block.kind, words: block.text, facts: this.#facts.of(id) }
    }
    return undefined
  }
}

function findBefore(blocks: ReadonlyMap<BlockId, Block>, id: BlockId): BlockId | undefined {
  let last: BlockId | undefined
  for (const each of blocks.keys()) {
    if (each === id) return last
    last = each
  }
  return undefined
}

function comparePages(before: ReadonlyMap<PageId, ReadPage>, now: ReadonlyMap<PageId, ReadPage>): PageStep[] {
  return [...new Set([...before.keys(), ...now.keys()])]
    .map((id) => ({ id, before: before.get(id)?.state, after: now.get(id)?.state }))
    .filter((step) => !isSamePage(step.before, step.after))
}

function stateOf({ kind, title, day, order, startedAt, endedAt, archivedAt }: ListedPage): PageState {
  return { kind, title, day: day ?? null, order, startedAt: startedAt ?? null, endedAt: endedAt ?? null, archivedAt: archivedAt ?? null }
}
