/** What a page is called in the list. */
import type { ListedPage } from '@tandem/shared/document/journal-doc.ts'
import type { Day } from '@tandem/shared/ids.ts'
import { shortDay } from '../words/days.ts'
import { words } from '../words/words.ts'

/** A meeting is known by its day, anything else by its title; both together where both are there. */
export function pageName(page: Pick<ListedPage, 'kind' | 'title' | 'day'>, today: Day): { readonly name: string; readonly detail: string } {
  const title = page.title.trim()
  if (page.kind !== 'meeting') return { name: title || words.journal.pages.untitled, detail: '' }
  return page.day ? { name: shortDay(page.day, today), detail: title } : { name: title || words.journal.pages.noDay, detail: '' }
}
