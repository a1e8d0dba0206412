/** At how many meetings after it was made an action was open still. Pure. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { Day } from '@tandem/shared/ids.ts'

interface OpenAction {
  readonly pages: readonly (Pick<ListedPage, 'kind' | 'day' | 'archivedAt'> & { readonly id: string })[]
  /** The page it stands on. */
  readonly home: string
  /** The day it was made; `undefined` while nobody tells. */
  readonly made: Day | undefined
  /** The day it ended. */
  readonly ended: Day | null
  readonly today: Day
}

/** Counts by the days of meetings: after the meeting on whose page it stands, or else after the day it was made. A meeting on the day of its end counts: there it was told of. */
export function meetingsOpen({ pages, home, made, ended, today }: OpenAction): number {
  const page = pages.find(({ id }) => id === home)
  const from = page?.kind === 'meeting' && page.day ? page.day : made
  if (from === undefined) return 0
  const until = ended ?? today
  return pages.filter(({ kind, day, archivedAt }) => kind === 'meeting' && day && !archivedAt && day > from && day <= until).length
}
