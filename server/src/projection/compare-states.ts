/** What differs in meaning between two states of one block or page, as changes; and back again, from the later state and its changes to the earlier one. */
import type { Facts } from '@tandem/shared/document/facts.ts'
import type { FactValue } from '@tandem/shared/document/journal-doc.ts'
import type { BlockId, Day, PageId } from '@tandem/shared/ids.ts'
import type { Change, StoredBlock } from './change.ts'
import type { BlockState, PageState } from './journal-state.ts'
import { isTrivialRewording } from './trivial-rewording.ts'

/** A change without who made it when. */
export type Difference = Omit<Change, 'seq' | 'at' | 'author' | 'target'>

export interface BlockSpan {
  readonly before: BlockState | undefined
  readonly after: BlockState | undefined
  readonly isMoved: boolean
  readonly place: BlockId | undefined
}

const NOTHING = { field: '', was: null, became: null, place: null, isTrivial: false } as const

export function compareBlock({ before, after, isMoved, place }: BlockSpan): Difference[] {
  const where = place ?? null
  if (!before && after) return [{ ...NOTHING, ...homeOf(after), what: 'added', became: json(storedBlock(after)), place: where }]
  if (before && !after) return [{ ...NOTHING, ...homeOf(before), what: 'removed', was: json(storedBlock(before)), place: where }]
  if (!before || !after) return []
  const home = { ...NOTHING, ...homeOf(after) }
  const differences: Difference[] = []
  if (isMoved || before.page !== after.page) differences.push({ ...home, what: 'moved', was: json(before.page), became: json(after.page), place: where })
  if (before.kind !== after.kind) differences.push({ ...home, what: 'turned', was: json(before.kind), became: json(after.kind) })
  if (before.words !== after.words) {
    const isTrivial = isTrivialRewording(before.words, after.words)
    differences.push({ ...home, what: 'words', was: json(before.words), became: json(after.words), isTrivial })
  }
  for (const field of [...new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])].toSorted()) {
    const [was, became] = [before.facts[field] ?? null, after.facts[field] ?? null]
    if (was !== became) differences.push({ ...home, what: 'fact', field, was: jsonOrNull(was), became: jsonOrNull(became) })
  }
  return differences
}

export interface PageSpan {
  readonly id: PageId
  readonly before: PageState | undefined
  readonly after: PageState | undefined
}

export function comparePage({ id, before, after }: PageSpan): Difference[] {
  const page = { ...NOTHING, page: id }
  if (!before && after) return [{ ...page, kind: after.kind, what: 'page-added', became: json(after.title) }]
  if (before && !after) return [{ ...page, kind: before.kind, what: 'page-removed', was: json(storedPage(before)) }]
  if (!before || !after) return []
  const differences: Difference[] = []
  const { kind } = after
  if (before.title !== after.title) differences.push({ ...page, kind, what: 'page-renamed', was: json(before.title), became: json(after.title) })
  if (before.day !== after.day) differences.push({ ...page, kind, what: 'page-day', was: jsonOrNull(before.day), became: jsonOrNull(after.day) })
  if (before.archivedAt === null && after.archivedAt !== null) differences.push({ ...page, kind, what: 'page-archived' })
  if (before.archivedAt !== null && after.archivedAt === null) differences.push({ ...page, kind, what: 'page-returned' })
  return differences
}

/** The state a block had before these changes, all of one group, led to `after`. */
export function revertBlock(after: BlockState | undefined, changes: readonly Change[]): BlockState | undefined {
  let state = after
  for (const { what, field, was, kind, page } of changes) {
    if (what === 'added') return undefined
    if (what === 'removed') state = { page, kind, ...(parse(was) as StoredBlock) }
    else if (!state) throw new Error('A block that is not there was changed last.')
    else if (what === 'moved') state = { ...state, page: parse(was) as PageId }
    else if (what === 'turned') state = { ...state, kind: String(parse(was)) }
    else if (what === 'words') state = { ...state, words: String(parse(was)) }
    else if (what === 'fact') state = { ...state, facts: withFact(state.facts, field, parse(was)) }
  }
  return state
}

/** The state a page had before these changes, all of one group. What no change tells of a page (its place in the list, when it was archived) is not brought back. */
export function revertPage(after: PageState | undefined, changes: readonly Change[]): PageState | undefined {
  let state = after
  for (const { what, was, kind } of changes) {
    if (what === 'page-added') return undefined
    if (what === 'page-removed') state = pageOf(kind, parse(was) as StoredPage)
    else if (!state) throw new Error('A page that is not there was changed last.')
    else if (what === 'page-renamed') state = { ...state, title: String(parse(was)) }
    else if (what === 'page-day') state = { ...state, day: parse(was) as Day | null }
    else if (what === 'page-archived') state = { ...state, archivedAt: null }
    else if (what === 'page-returned') state = { ...state, archivedAt: 0 }
  }
  return state
}

/** What is kept of a removed page. */
interface StoredPage {
  readonly title: string
  readonly day: Day | null
  readonly isArchived: boolean
}

function storedPage({ title, day, archivedAt }: PageState): StoredPage {
  return { title, day, isArchived: archivedAt !== null }
}

function pageOf(kind: string, { title, day, isArchived }: StoredPage): PageState {
  return { kind: kind as PageState['kind'], title, day, order: 0, startedAt: null, endedAt: null, archivedAt: isArchived ? 0 : null }
}

/** Facts as text that is the same whatever order they came in. */
export function sortedFacts(facts: Facts): Record<string, FactValue> {
  return Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function withFact(facts: Facts, field: string, value: unknown): Facts {
  const { [field]: _, ...others } = facts
  return value === null ? others : { ...others, [field]: value as FactValue }
}

function homeOf({ page, kind }: BlockState): { readonly page: PageId; readonly kind: string } {
  return { page, kind }
}

function storedBlock({ words, facts }: BlockState): StoredBlock {
  return { words, facts: sortedFacts(facts) }
}

function json(value: unknown): string {
  return JSON.stringify(value)
}

function jsonOrNull(value: FactValue): string | null {
  return value === null ? null : json(value)
}

function parse(text: string | null): unknown {
  return text === null ? null : (JSON.parse(text) as unknown)
}
