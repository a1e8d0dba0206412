/** What the list of changes is told of the journal: names as they are now, and facts as the page says them. */
import type { JournalSummary } from '@tandem/shared/contracts/journals.ts'
import type { JournalIndex } from '@tandem/shared/document/journal-index.ts'
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import { Day, type PageId } from '@tandem/shared/ids.ts'
import type { ChangedItem } from '../../catch-up/fold-changes.ts'
import type { ChangeTools } from '../../catch-up/tell-item.ts'
import { daysBetween } from '../../journal/facts/days.ts'
import { tellFact } from '../../journal/facts/tell-fact.ts'
import { peopleOf } from '../../journal/people.ts'
import { pageName } from '../../pages/page-name.ts'
import { catchUpWords } from '../../words/catch-up.ts'
import { locale } from '../../words/dates.ts'
import { shortDay } from '../../words/days.ts'

interface ChangeScene {
  readonly journal: JournalSummary
  readonly index: JournalIndex
  readonly pages: readonly ListedPage[]
  readonly today: Day
}

export function changeTools({ journal, index, pages, today }: ChangeScene): ChangeTools {
  const people = peopleOf(journal.members)
  // Each page is read once, however much has changed on it.
  const wordsOn = new Map<PageId, ReadonlyMap<string, string>>()
  const wordsOf = ({ page, target }: ChangedItem) => {
    const known = wordsOn.get(page) ?? new Map(index.blocksOf(page).map(({ id, text }) => [id as string, text]))
    wordsOn.set(page, known)
    return known.get(target)
  }
  const context = { people, locale: locale(), today, wordsOf: (id: string) => index.gathered().find((block) => block.id === id)?.text }
  return {
    nameOf: (item) => {
      if (!item.isPage) return wordsOf(item)
      const page = pages.find(({ id }) => id === item.page)
      return page && pageName(page, today).name
    },
    tellFact: (kind, { field, was, became }) => {
      const [from, to] = [Day.safeParse(was).data, Day.safeParse(became).data]
      if ((field === 'due' || field === 'target') && from && to) return tellDay(field, { from, to, today })
      return tellFact(kind, { field, was, became }, context)
    },
  }
}

const WEEK = 7

/** "due 1 week later: 16 May". */
function tellDay(which: 'due' | 'target', { from, to, today }: { readonly from: Day; readonly to: Day; readonly today: Day }): string | undefined {
  const days = daysBetween(from, to)
  if (days === 0) return undefined
  const count = Math.abs(days)
  const [value, unit] = count % WEEK === 0 ? [count / WEEK, 'week'] : [count, 'day']
  const span = new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  return catchUpWords.day[days > 0 ? 'later' : 'earlier'](which, span, shortDay(to, today))
}
