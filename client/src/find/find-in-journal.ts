/** Finds words in the pages, entries and people of a journal. Reads the local document, so it works without a connection. Pure. */
import type { Block } from '@tandem/shared/document/read-blocks.ts'
import type { BlockId, PageId, PersonId } from '@tandem/shared/ids.ts'
import { askedWords, fold } from './fold-text.ts'

export interface FindPage {
  readonly id: PageId
  readonly name: string
  readonly isArchived: boolean
}

export interface FindSource {
  /** In the order in which they are listed. */
  readonly pages: readonly FindPage[]
  /** The page on the screen: what stands there comes first. */
  readonly here: PageId | undefined
  readonly people: readonly { readonly person: PersonId; readonly name: string; readonly hue: number }[]
  readonly blocksOf: (page: PageId) => readonly Block[]
  /** What is known of a structured block, in words. */
  readonly factsOf: (block: Block) => string
}

export interface FoundBlock {
  readonly id: BlockId
  readonly kind: string
  readonly text: string
  readonly facts: string
}

export interface FoundPage {
  readonly page: FindPage
  readonly isHere: boolean
  /** Whether the page's name itself was asked for. */
  readonly isNamed: boolean
  readonly blocks: readonly FoundBlock[]
}

export interface Found {
  readonly people: FindSource['people']
  readonly pages: readonly FoundPage[]
  readonly count: number
  /** How many more there are than are shown. */
  readonly more: number
}

const NOTHING: Found = { people: [], pages: [], count: 0, more: 0 }

/** More than anybody reads; another letter narrows it down. */
const MOST = 60

/** Every asked word must stand in the words or the facts of a block. */
export function findInJournal(query: string, source: FindSource): Found {
  const asked = askedWords(query)
  if (asked.length === 0) return NOTHING
  const people = source.people.filter(({ name }) => holds(fold(name), asked))
  const all = inOrder(source)
    .map((page) => findOnPage(page, { source, asked }))
    .filter(({ isNamed, blocks }) => isNamed || blocks.length > 0)
  const total = people.length + all.reduce((sum, page) => sum + sizeOf(page), 0)
  const pages = firstOf(all, MOST - people.length)
  const count = people.length + pages.reduce((sum, page) => sum + sizeOf(page), 0)
  return { people, pages, count, more: total - count }
}

function inOrder({ pages, here }: FindSource): readonly FindPage[] {
  const rank = (page: FindPage) => (page.id === here ? 0 : page.isArchived ? 2 : 1)
  return pages.toSorted((a, b) => rank(a) - rank(b))
}

function findOnPage(page: FindPage, { source, asked }: { readonly source: FindSource; readonly asked: readonly string[] }): FoundPage {
  const blocks = source.blocksOf(page.id).flatMap((block): FoundBlock[] => {
    if (block.id === '' || block.text.trim() === '') return []
    const words = foldedWords(block)
    // Facts are put into words only for those blocks whose own words do not do.
    if (holds(words, asked)) return [{ id: block.id, kind: block.kind, text: block.text, facts: source.factsOf(block) }]
    const facts = source.factsOf(block)
    return facts !== '' && holds(`${words} ${fold(facts)}`, asked) ? [{ id: block.id, kind: block.kind, text: block.text, facts }] : []
  })
  return { page, isHere: page.id === source.here, isNamed: holds(fold(page.name), asked), blocks }
}

function holds(text: string, asked: readonly string[]): boolean {
  return asked.every((word) => text.includes(word))
}

function sizeOf({ isNamed, blocks }: FoundPage): number {
  return blocks.length + (isNamed ? 1 : 0)
}

function firstOf(pages: readonly FoundPage[], most: number): readonly FoundPage[] {
  let left = most
  return pages.flatMap((page) => {
    if (left <= 0) return []
    const blocks = page.blocks.slice(0, left - (page.isNamed ? 1 : 0))
    left -= sizeOf({ ...page, blocks })
    return [{ ...page, blocks }]
  })
}

const folded = new WeakMap<Block, string>()

/** A block is the same object until it changes, so a journal is folded once and not for every letter of a query. */
function foldedWords(block: Block): string {
  const known = folded.get(block) ?? fold(block.text)
  folded.set(block, known)
  return known
}
