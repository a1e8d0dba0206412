/** How the pages of a journal stand in the list: the agreement, meetings by date, notes, and what was archived. Pure. */
import type { ListedPage, PageKind } from '@tandem/shared/document/journal-doc.ts'
import type { PageId } from '@tandem/shared/ids.ts'

export interface PageGroups {
  readonly agreement: readonly ListedPage[]
  /** The latest first, as what comes next matters most; those without a day at the end. */
  readonly meeting: readonly ListedPage[]
  readonly note: readonly ListedPage[]
  readonly archived: readonly ListedPage[]
}

export function groupPages(pages: readonly ListedPage[]): PageGroups {
  const active = pages.filter((page) => !page.archivedAt)
  const ofKind = (kind: PageKind) => active.filter((page) => page.kind === kind)
  return {
    agreement: ofKind('agreement'),
    meeting: ofKind('meeting').toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? '')),
    note: ofKind('note'),
    archived: pages.filter((page) => page.archivedAt).toSorted((a, b) => (b.archivedAt ?? 0) - (a.archivedAt ?? 0)),
  }
}

/** The page to show: the one in the address, or else the first there is. */
export function findShownPage(pages: readonly ListedPage[], wanted: string | undefined): ListedPage | undefined {
  const { agreement, meeting, note } = groupPages(pages)
  return pages.find((page) => page.id === wanted) ?? agreement[0] ?? meeting[0] ?? note[0] ?? pages[0]
}

export interface NewOrder {
  readonly id: PageId
  readonly order: number
}

/** Below this two orders are too close to fit a third between them for ever. */
const SMALLEST_GAP = 1e-6

/** What to write so that the page stands at `index` among these. One write as a rule, so that two people moving two pages both succeed. */
export function moveTo(pages: readonly ListedPage[], id: PageId, index: number): readonly NewOrder[] {
  const from = pages.findIndex((page) => page.id === id)
  const moved = pages[from]
  if (!moved || from === index) return []
  const others = pages.filter((page) => page.id !== id)
  const at = Math.min(Math.max(index, 0), others.length)
  const before = others[at - 1]?.order
  const after = others[at]?.order
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ id, order: (after ?? 0) - 1 }]
  if (after === undefined) return [{ id, order: before + 1 }]
  if (after - before > SMALLEST_GAP) return [{ id, order: (before + after) / 2 }]
  // Two pages were made at the same moment and share an order: give all of them new ones.
  return others.toSpliced(at, 0, moved).map((page, position) => ({ id: page.id, order: position + 1 }))
}
