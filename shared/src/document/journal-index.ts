/**
 * Where every block of a journal is, over all its pages, kept up to date as it changes. Views and links read it and never copy: what they show
 * is the one block where it lives. A keystroke in a plain line costs nothing here, one in a structured block the reading of that block.
 */
import * as Y from 'yjs'
import type { BlockId, PageId } from '../ids.ts'
import { type Facts, parseFactKey } from './facts.ts'
import { createFactsIndex } from './facts-index.ts'
import { factsOf, type ListedPage, listPages, pageFragment, pagesOf } from './journal-doc.ts'
import { isStructuredKind, type StructuredKind } from './kinds.ts'
import { type Block, readBlock, topElements } from './read-blocks.ts'

/** A structured block with its facts and its home. The same object until its words, facts or home change. */
export interface GatheredBlock {
  readonly id: BlockId
  readonly kind: StructuredKind
  readonly text: string
  readonly facts: Facts
  readonly page: PageId
}

export interface JournalIndex {
  /** Every structured block with words in it, of the pages that are not archived, page by page. The same array until one of them changes. */
  readonly gathered: () => readonly GatheredBlock[]
  /** Every block of a page with its words, plain lines too. Read anew where something changed, so it is cheap to ask again. */
  readonly blocksOf: (page: PageId) => readonly Block[]
  /** The page a block stands on, archived ones too; `undefined` when it is nowhere. Walks the journal: for a link, not for a list. */
  readonly findPageOf: (block: string) => PageId | undefined
  /** Calls back after structured blocks, their facts or the pages have changed. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void
}

/** Lives as long as its document. */
export function createJournalIndex(doc: Y.Doc): JournalIndex {
  const facts = createFactsIndex(doc)
  const listeners = new Set<() => void>()
  const read = new WeakMap<Y.XmlElement, Block>()
  const gatheredByElement = new WeakMap<Y.XmlElement, GatheredBlock>()
  const byPage = new Map<PageId, readonly GatheredBlock[]>()
  /** Where a block was gathered last: when a fact of it changes, only that page is read again. */
  const homes = new Map<BlockId, PageId>()
  let fragments = new Map<unknown, PageId>()
  let pages: readonly ListedPage[] = []
  let all: readonly GatheredBlock[] | undefined

  function listAgain(): void {
    pages = listPages(doc)
    fragments = new Map(pages.map(({ id }) => [pageFragment(doc, id), id]))
  }

  function blockOf(element: Y.XmlElement): Block {
    const block = read.get(element) ?? readBlock(element)
    read.set(element, block)
    return block
  }

  function gather(element: Y.XmlElement, page: PageId): GatheredBlock | undefined {
    if (!isStructuredKind(element.getAttribute('kind') ?? '')) return undefined
    const { id, kind, text } = blockOf(element)
    if (id === '' || !isStructuredKind(kind) || text.trim() === '') return undefined
    const known = gatheredByElement.get(element)
    const now = { id, kind, text, facts: facts.of(id), page }
    if (known && known.id === id && known.kind === kind && known.text === text && known.facts === now.facts && known.page === page) return known
    gatheredByElement.set(element, now)
    return now
  }

  function gatherPage(page: PageId): readonly GatheredBlock[] {
    const known = byPage.get(page)
    if (known) return known
    const gathered = topElements(pageFragment(doc, page))
      .map((element) => gather(element, page))
      .filter((block) => block !== undefined)
    byPage.set(page, gathered)
    for (const { id } of gathered) homes.set(id, page)
    return gathered
  }

  /** The page of a changed type and whether that change can matter to a view: words of plain lines cannot. */
  function pageOfChange(type: Y.AbstractType<unknown>, transaction: Y.Transaction): { readonly page: PageId; readonly matters: boolean } | undefined {
    const own = fragments.get(type)
    if (own !== undefined) return { page: own, matters: transaction.changed.has(type as never) }
    const page = type instanceof Y.XmlElement ? fragments.get(type.parent) : undefined
    if (page === undefined || !(type instanceof Y.XmlElement)) return undefined
    read.delete(type)
    return { page, matters: transaction.changed.has(type as never) || isStructuredKind(type.getAttribute('kind') ?? '') }
  }

  /** Whether any of these facts are of a block that is gathered. */
  function forgetPagesOf(keys: ReadonlySet<string | null> | undefined): boolean {
    let isGathered = false
    for (const key of keys ?? []) {
      const home = homes.get(parseFactKey(key ?? '')?.block ?? ('' as BlockId))
      if (home === undefined) continue
      byPage.delete(home)
      isGathered = true
    }
    return isGathered
  }

  function onTransaction(transaction: Y.Transaction): void {
    const changed = transaction.changedParentTypes as unknown as ReadonlyMap<Y.AbstractType<unknown>, unknown>
    if (changed.size === 0) return
    const isListed = changed.has(pagesOf(doc) as never)
    if (isListed) listAgain()
    const ofFacts = forgetPagesOf(transaction.changed.get(factsOf(doc) as never))
    let matters = isListed || ofFacts
    for (const type of changed.keys()) {
      const change = pageOfChange(type, transaction)
      if (!change?.matters) continue
      byPage.delete(change.page)
      matters = true
    }
    if (!matters) return
    all = undefined
    for (const listener of listeners) listener()
  }

  let last: readonly GatheredBlock[] = []

  function unlessSame(now: readonly GatheredBlock[]): readonly GatheredBlock[] {
    return last.length === now.length && last.every((block, index) => block === now[index]) ? last : now
  }

  listAgain()
  doc.on('afterTransaction', onTransaction)

  return {
    gathered: () => {
      if (!all) {
        last = unlessSame(withoutCopies(pages.filter(({ archivedAt }) => !archivedAt).flatMap(({ id }) => gatherPage(id))))
        all = last
      }
      return all
    },
    // Asking for a fragment makes it, so only a listed page is asked for.
    blocksOf: (page) => (pages.some(({ id }) => id === page) ? topElements(pageFragment(doc, page)).map(blockOf) : []),
    findPageOf: (block) => pages.find(({ id }) => topElements(pageFragment(doc, id)).some((element) => element.getAttribute('id') === block))?.id,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A block that two people have just moved at once stands twice until it is repaired; it is one all the same. */
function withoutCopies(blocks: readonly GatheredBlock[]): GatheredBlock[] {
  const seen = new Set<BlockId>()
  return blocks.filter(({ id }) => !seen.has(id) && seen.add(id))
}
