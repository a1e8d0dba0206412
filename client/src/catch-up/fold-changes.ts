/** Folds the changes of a journal into what a reader steps through: one item for each block or page that somebody else has changed. Pure. */
import type { Change, SaidRow } from '@tandem/shared/contracts/changes.ts'
import type { Millis, PageId, PersonId } from '@tandem/shared/ids.ts'

export interface ChangedItem {
  /** The block or page. */
  readonly target: string
  /** Where it stands, or stood last. */
  readonly page: PageId
  readonly isPage: boolean
  /** In the order of the log, the reader's own between the others'. */
  readonly changes: readonly Change[]
  /** What others said on it, oldest first. */
  readonly rows: readonly SaidRow[]
  /** Who changed it, without the reader. */
  readonly authors: readonly PersonId[]
  /** When one of them did last. */
  readonly at: Millis
  /** Others have added it, so it is new as a whole. */
  readonly isNew: boolean
  /** It is gone, by somebody else's hand. */
  readonly isGone: boolean
}

export interface FoldedChanges {
  readonly items: readonly ChangedItem[]
  /** Blocks in which nothing but white space or a letter changed. */
  readonly trivial: number
}

export function foldChanges(changes: readonly Change[], me: PersonId, said: readonly SaidRow[] = []): FoldedChanges {
  const items: ChangedItem[] = []
  let trivial = 0
  const rowsOn = Map.groupBy(said, (row): string => row.block ?? row.page)
  const changesOf = Map.groupBy(changes, (change) => change.target)
  for (const target of new Set([...changesOf.keys(), ...rowsOn.keys()])) {
    const ofTarget = changesOf.get(target) ?? []
    const rows = rowsOn.get(target) ?? []
    const theirs = ofTarget.filter((change) => change.author !== me)
    const isTrivial = theirs.every((change) => change.isTrivial)
    if (isTrivial && theirs.length > 0 && rows.length === 0) trivial += 1
    if (isTrivial && rows.length === 0) continue
    const presence = ofTarget.findLast((change) => change.what === 'added' || change.what === 'removed')
    items.push({
      target,
      page: ofTarget.at(-1)?.page ?? rows.at(-1)?.page ?? ('' as PageId),
      isPage: theirs.at(-1)?.what.startsWith('page-') ?? rows.some((row) => row.block === null),
      changes: ofTarget,
      rows,
      authors: [...new Set([...theirs, ...rows].map(({ author }) => author))],
      at: Math.max(...[...theirs, ...rows].map(({ at }) => at)),
      isNew: theirs.some((change) => change.what === 'added') && theirs[0]?.what !== 'removed',
      isGone: presence?.what === 'removed' && presence.author !== me,
    })
  }
  return { items, trivial }
}

/** Where things stand in the journal now. */
export interface Places {
  /** In the order of the list of pages. */
  readonly pages: readonly PageId[]
  /** The ids of a page's blocks, in order. */
  readonly blocksOf: (page: PageId) => readonly string[]
}

/** In reading order: page by page, what is gone where it stood. */
export function inReadingOrder(items: readonly ChangedItem[], { pages, blocksOf }: Places): ChangedItem[] {
  const rankOfPage = new Map(pages.map((page, rank) => [page, rank]))
  const byPage = new Map<PageId, ReadonlyMap<string, number>>()
  const placesOn = (page: PageId) => {
    const known = byPage.get(page) ?? new Map(blocksOf(page).map((id, place) => [id, place]))
    byPage.set(page, known)
    return known
  }
  const rank = (item: ChangedItem): number => {
    if (item.isPage) return -1
    const places = placesOn(item.page)
    const behind = item.changes.findLast((change) => change.place !== null)?.place
    return places.get(item.target) ?? (places.get(behind ?? '') ?? -1) + 0.5
  }
  const ranked = items.map((item) => ({ item, page: rankOfPage.get(item.page) ?? pages.length, rank: rank(item) }))
  return ranked.toSorted((a, b) => a.page - b.page || a.rank - b.rank || a.item.at - b.item.at).map(({ item }) => item)
}
